import Foundation
import SprintTesting
import Testing

struct BaselineCommandTests {
  private static let files: KeyValuePairs<String, String> = [
    "docs/SPRINT_10.md": Trackers.stale, "docs/SPRINT_11.md": Trackers.unresolved,
  ]

  private static func folder() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files)
    let run = try await Sprintmark.run(["lint", "docs", "--write-baseline", "known.json"], in: folder)
    #expect(run.status == 0)
    #expect(run.errorText == "wrote 2 findings to known.json\n")
    #expect(run.output.isEmpty)
    return folder
  }

  @Test func `what is known is not reported`() async throws {
    let run = try await Sprintmark.run(["lint", "docs", "--baseline", "known.json"], in: try await Self.folder())
    #expect(run.status == 0)
    #expect(!run.outputText.contains("SM304"))
  }

  @Test func `what is new is`() async throws {
    let folder = try await Self.folder()
    try folder.write("docs/SPRINT_12.md", Array(Trackers.unresolved.replacing("DOC-10", with: "DOC-12").utf8))
    let run = try await Sprintmark.run(["lint", "docs", "--baseline", "known.json"], in: folder)
    #expect(run.status == 1)
    #expect(run.outputText.contains("docs/SPRINT_12.md:4:") && !run.outputText.contains("SPRINT_11.md:"))
  }

  @Test func `what is gone is named, and taken out when asked for`() async throws {
    let folder = try await Self.folder()
    try folder.write("docs/SPRINT_10.md", Array(Trackers.clean.utf8))
    let run = try await Sprintmark.run(["lint", "docs", "--baseline", "known.json"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.errorText == """
        note: 1 finding of known.json is found no more
           = docs/SPRINT_10.md: SM304 WEB-10-002 is blocked, but all that it depends on is done
           = help: --prune-baseline takes it out

        """)
    let pruning = try await Sprintmark.run(
      ["lint", "docs", "--baseline", "known.json", "--prune-baseline"], in: folder)
    #expect(pruning.status == 0)
    #expect(pruning.errorText.hasPrefix("took 1 finding out of known.json, found no more:\n"))
    let again = try await Sprintmark.run(["lint", "docs", "--baseline", "known.json"], in: folder)
    #expect(again.errorText == "")
    #expect(again.status == 0)
  }

  @Test func `a run about one file says nothing about the others`() async throws {
    let folder = try await Self.folder()
    try folder.write("docs/SPRINT_10.md", Array(Trackers.clean.utf8))
    let run = try await Sprintmark.run(["lint", "docs/SPRINT_11.md", "--baseline", "known.json"], in: folder)
    #expect(run.status == 0 && run.errorText == "")
  }

  @Test func `a file that is no baseline is neither read nor written over`() async throws {
    let folder = try await Self.folder()
    for option in ["--baseline", "--write-baseline"] {
      let run = try await Sprintmark.run(["lint", "docs", option, "docs/SPRINT_10.md"], in: folder)
      #expect(run.status == 2)
      #expect(run.errorText.contains("docs/SPRINT_10.md:") && run.errorText.contains("this is no baseline"))
    }
    let text = try Data(contentsOf: URL(filePath: "\(folder.path)/docs/SPRINT_10.md"))
    #expect(Array(text) == Array(Trackers.stale.utf8))
  }

  @Test func `one that is not there is made by whoever reads the help`() async throws {
    let run = try await Sprintmark.run(["lint", "docs", "--baseline", "none.json"], in: try await Self.folder())
    #expect(run.status == 2)
    #expect(run.errorText.contains("cannot read none.json") && run.errorText.contains("--write-baseline none.json"))
  }

  @Test func `of two trackers with one name, each keeps what is known of it`() async throws {
    let folder = try TemporaryFolder(["a/SPRINT_1.md": Trackers.stale, "b/SPRINT_1.md": Trackers.stale])
    _ = try await Sprintmark.run(["lint", ".", "--write-baseline", "known.json"], in: folder)
    let pruning = ["lint", "a/SPRINT_1.md", "--baseline", "known.json", "--prune-baseline"]
    #expect(try await Sprintmark.run(pruning, in: folder).errorText == "")
    #expect(try await Sprintmark.run(["lint", ".", "--baseline", "known.json"], in: folder).status == 0)
  }

  @Test func `a report is never written over the baseline or the configuration`() async throws {
    let folder = try await Self.folder()
    try folder.write(".sprintmark.yml", Array("workspace: [docs]\n".utf8))
    for file in ["known.json", ".sprintmark.yml"] {
      let run = try await Sprintmark.run(["lint", "--baseline", "known.json", "-o", file], in: folder)
      #expect(run.status == 2)
      #expect(run.errorText.contains("\(file) is one of the files that were read"))
      let patch = try await Sprintmark.run(["lint", "--diff", "--baseline", "known.json", "-o", file], in: folder)
      #expect(patch.status == 2)
      #expect(patch.errorText.contains("\(file) is one of the files that were read"))
    }
  }

  @Test func `a pipe is no baseline, and nobody waits for it`() async throws {
    let folder = try await Self.folder()
    _ = try await Run.of("mkfifo", ["pipe"], in: folder.path)
    let run = try await Sprintmark.run(["lint", "docs", "--baseline", "pipe"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.contains("cannot read pipe: it is a pipe, and no file"))
  }

  @Test func `one of another version is refused`() async throws {
    let folder = try TemporaryFolder(Self.files)
    try folder.write("known.json", Array("{\"schemaVersion\": 7, \"findings\": []}".utf8))
    let run = try await Sprintmark.run(["lint", "docs", "--baseline", "known.json"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.contains("known.json:1:19: error: this baseline has the version 7"))
  }

  @Test(arguments: [["--prune-baseline"], ["--baseline", "a", "--write-baseline", "b"]])
  func `options that make no sense together are refused`(options: [String]) async throws {
    let run = try await Sprintmark.run(["lint"] + options, in: try TemporaryFolder(Self.files))
    #expect(run.status == 2)
    #expect(run.errorText.contains("--prune-baseline belongs to") || run.errorText.contains("exclude each other"))
  }
}
