import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintReader
import SprintSource
import SprintTesting
import Testing

struct ModelPropertyTests {
  /// How many trackers are made; the same ones in each run.
  private static let count = 1_000

  private static func generated(_ seed: Int) -> SourceFile {
    SourceFile(path: "SPRINT_\(seed)_made.md", bytes: Array(GeneratedTracker.text(seed).utf8))
  }

  @Test(arguments: FixtureTests.documents)
  func `a value of a document stands where it says`(_ document: String) throws {
    let file = try FixtureTests.file(document)
    #expect(LocatedValues.violations(in: SprintReader().read(file), file) == [])
  }

  @Test func `a value of a generated tracker stands where it says`() {
    for seed in 1...Self.count {
      let file = Self.generated(seed)
      let violations = LocatedValues.violations(in: SprintReader().read(file), file)
      #expect(violations == [], "tracker \(seed): \(Bytes(file.text).string.debugDescription)")
    }
  }

  @Test func `generated trackers have tasks, log rows and dependencies in every dialect`() {
    var dialects: [String: Int] = [:]
    var (entries, references, irregularities) = (0, 0, 0)
    for seed in 1...Self.count {
      let sprint = SprintReader().read(Self.generated(seed))
      dialects[sprint.dialect ?? "none", default: 0] += 1
      entries += sprint.log.count
      references += sprint.tasks.reduce(0) { $0 + $1.dependencies.count }
      irregularities += sprint.irregularities.count
    }
    for dialect in GeneratedTracker.dialects { #expect(dialects[dialect, default: 0] > Self.count / 8) }
    #expect(entries > Self.count)
    #expect(references > Self.count)
    #expect(irregularities > Self.count / 4)
  }

  @Test func `the model of a file does not depend on the files read with it`() throws {
    let files = try FixtureTests.documents.map(FixtureTests.file) + (1...100).map(Self.generated)
    let together = WorkspaceLoader().link(files)
    for (index, file) in files.enumerated() {
      var alone = try #require(WorkspaceLoader().link([file]).sprints.first)
      alone.file = index
      #expect(alone == together.sprints[index])
    }
  }

  @Test func `the workspace does not depend on the order in which files are given`() {
    let paths = FixtureTests.documents.map { Places.fixtures + "/" + $0 }
    let sorted = ModelEmitter.json(WorkspaceLoader().load(paths).workspace)
    #expect(WorkspaceLoader().load(paths).workspace.sprints.count == paths.count)
    var random = SeededGenerator(1)
    for _ in 0..<5 {
      #expect(ModelEmitter.json(WorkspaceLoader().load(paths.shuffled(using: &random)).workspace) == sorted)
    }
    // Nor on whether they are named or found.
    let folders = (FixtureTests.dialects + FixtureTests.matters).map { Places.fixtures + "/" + $0 }
    #expect(ModelEmitter.json(WorkspaceLoader().load(folders).workspace) == sorted)
  }
}
