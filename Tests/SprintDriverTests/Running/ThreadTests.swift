import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTemplate
import SprintTesting
import Testing

/// Work on several threads, which nothing that comes out may tell.
struct ThreadTests {
  private static let count = 64

  private static let folder = Result {
    let folder = try TemporaryFolder()
    for number in 0..<count {
      try folder.write("SPRINT_\(number).md", Array(GeneratedTracker.text(number).utf8))
    }
    return folder
  }

  @Test(arguments: 1...8) func `model and findings are the same on any number of threads`(threads: Int) throws {
    let folder = try Self.folder.get()
    func output(_ threads: Int) -> (model: [UInt8], findings: [UInt8]) {
      let loaded = WorkspaceLoader(threads: threads).load([folder.path])
      let outcome = Linter(Project(), threads: threads).lint(loaded)
      let result = LintResult(outcome.findings.diagnostics, in: outcome.workspace)
      return (ModelEmitter.json(outcome.workspace, threads: threads), JSONReporter.report(result))
    }
    let one = output(1)
    let several = output(threads)
    #expect(one.model.count > 10_000)
    #expect(one.findings.count > 10_000)
    #expect(several.model == one.model)
    #expect(several.findings == one.findings)
  }

  @Test(arguments: 1...8) func `formatted files are the same on any number of threads`(threads: Int) throws {
    let folder = try Self.folder.get()
    let formatting = Formatting(Project())
    let loaded = WorkspaceLoader().load([folder.path])
    let options = StandardTemplate.Options(expandsReferences: true)
    func texts(_ threads: Int) -> [[[UInt8]?]] {
      [formatting.format(loaded, threads: threads), formatting.convert(loaded, options, threads: threads)].map {
        let refused = $0.filter(\.isRefused).map(\.file.path)
        #expect(refused == [])
        return $0.map(\.text)
      }
    }
    let one = texts(1)
    for kind in one { #expect(kind.compactMap(\.self).count > Self.count / 2) }
    #expect(texts(threads) == one)
  }

  @Test(arguments: [0, 1, 3, 4, 7, 1_000], 1...8) func `each piece is done once, and stands in its place`(
    count: Int, threads: Int
  ) {
    #expect(Parallel.map(count, threads: threads) { $0 * 2 } == (0..<count).map { $0 * 2 })
  }

  @Test func `a file that cannot be read has no place among the others`() throws {
    let folder = try TemporaryFolder()
    for number in 0..<12 { try folder.write("SPRINT_\(number).md", Array(GeneratedTracker.text(number).utf8)) }
    try folder.makeLink("SPRINT_5_gone.md", to: "nowhere.md")
    let loaded = WorkspaceLoader(threads: 4).load([folder.path])
    #expect(loaded.failures.count == 1)
    #expect(loaded.workspace.sprints.map(\.file) == Array(0..<12))
    for sprint in loaded.workspace.sprints { #expect(loaded.workspace.files[sprint.file].path == sprint.path) }
  }
}
