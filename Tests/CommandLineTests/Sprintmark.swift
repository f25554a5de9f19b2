import Foundation
import SprintTesting

/// The program, as people run it.
enum Sprintmark {
  /// Runs the program in a folder, or one in it, without what the environment might tell it.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, inner: String = ".", input: String = "",
    variables: [String: String?] = [:]
  ) async throws -> Run {
    let clean: [String: String?] = ["NO_COLOR": nil, "SOURCE_DATE_EPOCH": nil, "TERM": "xterm-256color"]
    return try await Run.of(
      try BuiltProgram.path(of: "sprintmark"), arguments, input: Array(input.utf8), in: "\(folder.path)/\(inner)",
      variables: clean.merging(variables) { $1 })
  }

  /// Runs a line as a shell does, which finds the program under its name.
  static func shell(
    _ line: String, in folder: TemporaryFolder, variables: [String: String?] = [:]
  ) async throws -> Run {
    try await Run.of(
      "sh", ["-c", line], in: folder.path, variables: try searchPath().merging(variables) { $1 })
  }

  /// The variable with which it is found under its name.
  static func searchPath() throws -> [String: String?] {
    let paths = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return ["PATH": "\(try folder()):\(paths)"]
  }

  /// What to do about a folder without a tracker.
  static let emptyFolderHelp =
    "   = help: what is named is read whatever its name; `include:` and `boards:` in .sprintmark.yml name more; "
    + "`sprintmark new sprint --number 1 --title …` makes a first one\n"

  /// Where the program lies.
  static func folder() throws -> String {
    URL(filePath: try BuiltProgram.path(of: "sprintmark")).deletingLastPathComponent().path
  }
}

/// Trackers for tests.
enum Trackers {
  static let header =
    "## Delivery Tracker\n| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |\n| --- | --- | --- | --- | --- | --- |\n"

  static let clean = header + "| 1 | APP-10-001 | TODO | None | App Guild | Build. |\n"
  /// One error: SM304.
  static let stale =
    header
    + "| 1 | WEB-10-001 | DONE | None | Web | Build. |\n| 2 | WEB-10-002 | BLOCKED | WEB-10-001 | Web | Test. |\n"
  /// One warning: SM402.
  static let unresolved = header + "| 1 | DOC-10-001 | TODO | XYZ-99-001 | Docs | Write. |\n"
  /// One piece of information: SM307.
  static let behind =
    header
    + "| 1 | OPS-10-001 | BLOCKED | Needs a key | Ops | Build. |\n| 2 | OPS-10-002 | TODO | OPS-10-001 | Ops | Test. |\n"
}
