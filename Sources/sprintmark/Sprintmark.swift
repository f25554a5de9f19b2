import ArgumentParser
import SprintDriver

@main
struct Sprintmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sprintmark",
    abstract: "Compiles and lints sprint trackers written in Markdown.",
    discussion: """
      A path is a file, or a folder that is searched for SPRINT_*.md; without one the current folder is.
      All files of a run are linked: a task may depend on one in another file.

      Exit status: 0 nothing found, 1 findings or a check that failed, 2 wrong usage, configuration or input.
      """,
    version: "0.1.0",
    subcommands: [Lint.self, Compile.self, Show.self, Rules.self, Explain.self])

  /// Runs the command line; as ArgumentParser does, but wrong usage ends with 2.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty { code == .success ? Output.print(message) : Output.complain(message) }
      Output.end(code == .success || code.rawValue == 1 ? code.rawValue : 2)
    }
  }
}

/// The trackers that a command is about.
struct PathOptions: ParsableArguments {
  @Argument(help: "Files and folders; `-` is standard input.", completion: .file())
  var paths: [String] = []

  @Option(help: "The name under which standard input is shown.")
  var stdinFilename: String?

  /// What standard input is shown as, where it is read.
  var standardInputName: String? { paths.contains("-") ? stdinFilename ?? "-" : nil }

  /// Reads and links them.
  ///
  /// What cannot be read is said on standard error; the rest goes on.
  /// - Returns: nil where there is nothing to go on with.
  func load() -> (loaded: WorkspaceLoader.Loaded, isComplete: Bool) {
    let loaded = WorkspaceLoader().load(paths, standardInputName: stdinFilename)
    for failure in loaded.failures { Output.complain("error: \(Display.safe(failure.description))") }
    for folder in loaded.emptyFolders {
      Output.complain("error: no tracker in \(Display.safe(folder)): looked for SPRINT_*.md there and below")
    }
    return (loaded, loaded.failures.isEmpty && loaded.emptyFolders.isEmpty)
  }
}
