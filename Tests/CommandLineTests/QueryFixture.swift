import SprintDriver
import SprintTesting

/// Three sprints with blocks, a cycle, a stale block and an id that two of them have, in `docs/implplan`.
enum QueryFixture {
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["SPRINT_31_build.md", "SPRINT_32_ship.md", "SPRINT_33_plan.md"] {
      try folder.write("docs/implplan/\(name)", try FileSystem.read("\(Places.queries)/docs/implplan/\(name)"))
    }
    return folder
  }
}
