import Foundation
import SprintTesting
import Testing

/// What exceeds a limit is not read, and the rest is.
struct LimitTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([
      ".sprintmark.yml": "limits: {columns: 10, fileSize: 2000}\n", "SPRINT_10_clean.md": Trackers.clean,
      "SPRINT_11_wide.md": "# Sprint 11\n\n" + String(repeating: "|a", count: 11) + "|\n"
        + String(repeating: "|-", count: 11) + "|\n",
      "SPRINT_12_large.md": String(repeating: "word ", count: 401), "SPRINT_13_unresolved.md": Trackers.unresolved,
    ])
  }

  private static let wideFinding =
    "error[SM902 too-large]: this file is not read: a table has 11 columns, and the limit is 10"
  private static let largeFinding =
    "error[SM902 too-large]: this file is not read: it has 2005 bytes, and the limit is 2000"

  @Test func `lint reports each refused file once, with the place and what to do, and the others`() async throws {
    let run = try await Sprintmark.run(["lint"], in: try folder())
    #expect(run.status == 1)
    #expect(run.errorText == "")
    #expect(run.outputText.contains("SPRINT_11_wide.md:4:1: " + Self.wideFinding))
    #expect(run.outputText.contains("= help: split the table, or raise `limits.columns` in the configuration"))
    #expect(run.outputText.contains("SPRINT_12_large.md: " + Self.largeFinding))
    // What a file that was not read may declare is not called unresolved.
    #expect(run.outputText.hasSuffix("2 errors in 2 of 4 trackers (2 tasks)\n"))
    let all = try await Sprintmark.run(["lint", "--no-config"], in: try folder())
    #expect(all.outputText.contains("SM402"))
    #expect(!all.outputText.contains("SM902"))
  }

  @Test(arguments: ["json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle", "concise"])
  func `every format tells of a refused file`(format: String) async throws {
    let run = try await Sprintmark.run(["lint", "--format", format], in: try folder())
    #expect(run.status == 1)
    #expect(run.outputText.contains("it has 2005 bytes, and the limit is 2000"))
  }

  @Test func `fmt and fixes leave a refused file alone`() async throws {
    let folder = try folder()
    let before = try String(contentsOfFile: "\(folder.path)/SPRINT_11_wide.md", encoding: .utf8)
    let format = try await Sprintmark.run(["fmt"], in: folder)
    #expect(format.status == 0)
    #expect(
      format.errorText.contains(
        "note: SPRINT_11_wide.md:4 is left as it is: a table has 11 columns, and the limit is 10; split the table, or raise"
      ))
    #expect(format.errorText.contains("note: SPRINT_12_large.md is left as it is: it has 2005 bytes"))
    #expect(try await Sprintmark.run(["lint", "--fix", "--unsafe-fixes"], in: folder).status == 1)
    #expect(try String(contentsOfFile: "\(folder.path)/SPRINT_11_wide.md", encoding: .utf8) == before)
    #expect(try String(contentsOfFile: "\(folder.path)/SPRINT_12_large.md", encoding: .utf8).utf8.count == 2_005)
  }

  @Test(arguments: [["compile"], ["compile", "--emit", "csv"], ["tree"], ["list"], ["stats"]])
  func `other commands name what is missing, and end with 2`(arguments: [String]) async throws {
    let run = try await Sprintmark.run(arguments, in: try folder())
    #expect(run.status == 2)
    #expect(run.errorText.contains("error: SPRINT_11_wide.md:4: this file is not read: a table has 11 columns"))
    #expect(run.errorText.contains("error: SPRINT_12_large.md: this file is not read: it has 2005 bytes"))
    // A tree without a part of the tasks would be wrong.
    #expect(run.output.isEmpty == (arguments == ["tree"]))
  }

  @Test func `standard input that is too large for fmt comes out as it went in`() async throws {
    let folder = try folder()
    let run = try await Sprintmark.run(["fmt", "-"], in: folder, input: String(repeating: "|-", count: 20) + "\n")
    #expect(run.status == 0)
    #expect(run.outputText == String(repeating: "|-", count: 20) + "\n")
    #expect(run.errorText.contains("is left as it is: a table has 20 columns"))
    let large = try await Sprintmark.run(["fmt", "-"], in: folder, input: String(repeating: "a", count: 2_001))
    #expect(large.status == 2)
    #expect(large.errorText == "error: cannot read -: File too large\n")
  }

  @Test(arguments: [
    ("files: 3", "the workspace has 4 files, and the limit is 3"),
    ("fileSize: 2000, workspaceSize: 1500", "with it the workspace has"),
  ]) func `the files of a workspace are limited together`(limits: String, words: String) async throws {
    let folder = try folder()
    try folder.write(".sprintmark.yml", Array("limits: {\(limits)}\n".utf8))
    let run = try await Sprintmark.run(["lint"], in: folder)
    #expect(run.status == 1)
    #expect(run.outputText.contains(words))
    #expect(run.outputText.contains("SPRINT_13_unresolved.md: error[SM902"))
    #expect(!run.outputText.contains("SPRINT_10_clean.md"))
  }

  @Test func `a baseline is not written while files are not read`() async throws {
    let run = try await Sprintmark.run(["lint", "--write-baseline", "baseline.json"], in: try folder())
    #expect(run.status == 2)
    #expect(run.errorText.contains("baseline.json was not written: not all could be checked"))
  }

  /// How many tasks the largest workspaces have. `SPRINTMARK_TASKS` says how many for programs that are built for speed, which
  /// take a hundred thousand in a second or three.
  private static let mostTasks = Int(ProcessInfo.processInfo.environment["SPRINTMARK_TASKS"] ?? "") ?? 5_000

  /// Ten trackers, with what each task depends on.
  private func folder(_ count: Int, _ dependencies: (Int) -> String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in 0..<10 {
      let rows = (count * file / 10..<count * (file + 1) / 10).map { number in
        "| \(Self.id(number)) | BLOCKED | \(dependencies(number)) |\n"
      }
      let text = "## Delivery Tracker\n| Task ID | Status | Dependencies |\n| --- | --- | --- |\n" + rows.joined()
      try folder.write("SPRINT_\(100 + file)_x.md", Array(text.utf8))
    }
    return folder
  }

  private static func id(_ number: Int) -> String { "APP-10-\(100_000 + number)" }

  private func expectEnd(of commands: [[String]], in folder: TemporaryFolder) async throws {
    for arguments in commands {
      let run = try await Sprintmark.run(arguments, in: folder)
      #expect(run.status == 0 || run.status == 1, "\(arguments): \(run.errorText.prefix(200))")
      #expect(!run.output.isEmpty)
    }
  }

  @Test(arguments: ["chain", "cycle"]) func `long chains and cycles come to an end`(shape: String)
    async throws
  {
    let count = Self.mostTasks
    let folder = try folder(count) { number in
      number + 1 < count ? Self.id(number + 1) : shape == "cycle" ? Self.id(0) : "None"
    }
    try await expectEnd(
      of: [
        ["lint", "--statistics"], ["tree", "."], ["why", Self.id(0), "."], ["compile", "--emit", "dot", "."],
        ["compile", "--emit", "mermaid", "."],
      ], in: folder)
  }

  /// What each task has of its own is told with the whole way to it, or for all that wait for it, unless somebody takes
  /// care: then these would take hours and gigabytes.
  @Test(arguments: ["words at each task", "one id, declared again and again"])
  func `what is told of many tasks is bounded`(shape: String) async throws {
    let count = Self.mostTasks / 5
    let folder = try folder(count) { number in
      shape == "words at each task"
        ? "waiting for vendor \(number) to ship" + (number + 1 < count ? " and \(Self.id(number + 1))" : "")
        : number == 0 ? "None" : Self.id(0)
    }
    if shape != "words at each task" {
      let rows = (0..<count).map { "| \(Self.id(0)) | BLOCKED | waiting for vendor \($0) to ship |\n" }.joined()
      let header = "## Delivery Tracker\n| Task ID | Status | Dependencies |\n| --- | --- | --- |\n"
      try folder.write("SPRINT_99_x.md", Array((header + rows).utf8))
    }
    try await expectEnd(
      of: [
        ["why", Self.id(0), "."], ["why", "--format", "json", Self.id(0), "."], ["show", Self.id(0), "."], ["list"],
        ["stats"], ["tree", "."],
      ], in: folder)
    let why = try await Sprintmark.run(["why", "--format", "json", Self.id(0), "."], in: folder)
    #expect(why.output.count < 100 << 20)
  }
}
