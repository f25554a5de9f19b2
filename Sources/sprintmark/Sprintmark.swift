import ArgumentParser
import SprintDriver
import SprintLinker
import SprintSource

@main
struct Sprintmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sprintmark",
    abstract: "Compiles and lints sprint trackers written in Markdown.",
    discussion: """
      A path is a file, or a folder that is searched for SPRINT_*.md; without one the workspace is meant that
      .sprintmark.yml describes, or else the current folder. All files of the workspace are linked: a task may depend
      on one in another file.

      Exit status: 0 nothing found, 1 findings or a check that failed, 2 wrong usage, configuration or input.
      """,
    version: "0.1.0",
    subcommands: [
      Lint.self, Compile.self, Tree.self, List.self, Show.self, Why.self, Stats.self, Rules.self, Explain.self,
      Config.self,
    ])

  /// Runs the command line; as ArgumentParser does, but wrong usage ends with 2.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      Output.complain(failure.description)
      Output.end(2)
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

  @OptionGroup var configuration: ConfigurationOptions

  /// Reads and links them, or other paths where some are given.
  ///
  /// What cannot be read is said on standard error; the rest goes on.
  /// Other paths than those of the options may be given.
  func load(_ project: Project, _ paths: [String]? = nil) -> (loaded: WorkspaceLoader.Loaded, isComplete: Bool) {
    let loaded = WorkspaceLoader(project).load(paths ?? self.paths, standardInputName: stdinFilename)
    for failure in loaded.failures { Output.complain("error: \(Display.safe(failure.description))") }
    let globs = project.configuration.include + project.configuration.boards
    for folder in loaded.emptyFolders {
      let wanted = globs.map(\.text).joined(separator: ", ")
      Output.complain(
        "error: no tracker in \(Display.safe(folder)): looked for \(Display.safe(wanted)) there and below")
    }
    let isComplete = loaded.failures.isEmpty && loaded.emptyFolders.isEmpty
    if isComplete, loaded.workspace.selection.isEmpty {
      let place = project.file.map { " in \(Display.safe($0))" } ?? ""
      Output.complain("note: nothing to do: what is named is excluded or archived\(place)")
    }
    return (loaded, isComplete)
  }
}
