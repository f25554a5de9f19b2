import SprintDriver
import SprintTesting

/// A place as the README supposes it: a repository with trackers, a branch that was left at `origin/main`, and something
/// that is staged.
struct ReadmeFolder {
  let repository: GitFolder

  init() async throws {
    repository = try await GitFolder([
      "docs/plan.md": "# Sprint 50 · Plan\n\n\(Trackers.stale)", "docs/old/SPRINT_8_old.md": Trackers.clean,
      "docs/implplan/SPRINT_12_release.md": Trackers.unresolved, "sprints/SPRINT_1.md": Trackers.behind,
      "docs/implplan/SPRINT_47_tenancy.md": Trackers.behind.replacing("OPS-10-001", with: "DEVOPS-TEN-47-001"),
      ".gitignore": "home/\n",
    ])
    for name in ["SPRINT_31_build.md", "SPRINT_32_ship.md", "SPRINT_33_plan.md"] {
      try repository.folder.write("docs/implplan/\(name)", FileSystem.read("\(Places.queries)/docs/implplan/\(name)"))
    }
    try await repository.commitAll()
    try await repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    try repository.write("docs/implplan/SPRINT_34_more.md", Trackers.stale)
    try await repository.git("add", "--all")
    for folder in [".zfunc", ".config/fish/completions"] { try repository.folder.makeFolder("home/\(folder)") }
  }

  /// Runs a line as somebody types it.
  func type(_ line: String) async throws -> Run {
    let variables = GitFolder.variables.merging(try Sprintmark.searchPath()) { $1 }
      .merging(["HOME": "\(repository.folder.path)/home", "NO_COLOR": nil, "SOURCE_DATE_EPOCH": nil]) { $1 }
    return try await Run.of("bash", ["-c", line], in: repository.folder.path, variables: variables)
  }
}
