/// The programs that are there, and the commands that measure them.
struct Programs: Sendable {
  var sprintmark: String?
  var bareParse: String?
  var cmark: String?
  var rumdl: String?

  /// The rules of rumdl that are noisiest on trackers: long lines, and the layout around headings, lists and tables.
  private static let noisy = "MD013,MD022,MD032,MD055,MD058"

  /// What is measured on a folder.
  ///
  /// - Parameters:
  ///   - folder: trackers, and nothing else.
  ///   - files: the paths of all of them.
  ///   - cache: a folder for rumdl's cache.
  /// - Returns: a command for each row.
  func commands(folder: String, files: [String], cache: String) -> [MeasuredCommand] {
    var commands: [MeasuredCommand] = []
    func add(_ kind: MeasuredCommand.Kind, _ program: String?, _ arguments: [String]) {
      if let program { commands.append(MeasuredCommand(kind: kind, arguments: [program] + arguments)) }
    }
    add(.bareParse, bareParse, [folder])
    add(.lint, sprintmark, ["lint", folder])
    add(.rumdl, rumdl, ["check", "--no-config", "--no-cache", "-d", Self.noisy, folder])
    add(.cmark, cmark, ["-e", "table"] + files)
    add(.compile, sprintmark, ["compile", folder, "--emit", "json"])
    add(.rumdlCached, rumdl, ["check", "--no-config", "--cache-dir", cache, "-d", Self.noisy, folder])
    add(.tree, sprintmark, ["tree", folder])
    add(.rumdlDefaults, rumdl, ["check", "--no-config", "--no-cache", folder])
    add(.fmt, sprintmark, ["fmt", "--check", folder])
    return commands
  }

  /// What is measured on one small file.
  func commands(file: String) -> [MeasuredCommand] {
    let candidates: [(MeasuredCommand.Kind, String?, [String])] = [
      (.version, sprintmark, ["--version"]), (.lint, sprintmark, ["lint", file]),
      (.cmark, cmark, ["-e", "table", file]),
      (.rumdl, rumdl, ["check", "--no-config", "--no-cache", "-d", Self.noisy, file]),
    ]
    return candidates.compactMap { kind, program, arguments in
      program.map { MeasuredCommand(kind: kind, arguments: [$0] + arguments) }
    }
  }
}
