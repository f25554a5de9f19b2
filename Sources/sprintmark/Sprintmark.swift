import ArgumentParser
import SprintDriver
import SprintLinker
import SprintSource

@main
struct Sprintmark: ParsableCommand {
  /// Of the tool, as in Semantic Versioning 2.0.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "sprintmark",
    abstract: "Compiles and lints sprint trackers written in Markdown.",
    discussion: """
      A path is a file, or a folder that is searched for SPRINT_*.md and SPRINT-*.md; without one the workspace is meant that
      .sprintmark.yml describes, or else the current folder. All files of the workspace are linked: a task may depend
      on one in another file. Inside a git repository folders are searched without what .gitignore files name; what is
      named here is read all the same.

      Exit status: 0 nothing found, 1 findings or a check that failed, 2 wrong usage, configuration or input.
      """,
    version: version,
    subcommands: [
      Lint.self, Fmt.self, Compile.self, Tree.self, List.self, Show.self, Why.self, Stats.self, Rules.self,
      Explain.self, Config.self, New.self,
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

  @Flag(help: "Search folders without regard to .gitignore files.")
  var noGitignore = false

  @OptionGroup var configuration: ConfigurationOptions

  func validate() throws {
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename names standard input, which is read where a path is `-`")
    }
  }

  /// Which of the files that exceed a limit are said on standard error.
  enum Refusals {
    /// All; they count as those that cannot be read.
    case all
    /// Those that the run is not about: the others are findings.
    case linked
    case none
  }

  /// Reads and links them, or other paths where some are given.
  ///
  /// What cannot be read is said on standard error; the rest goes on.
  /// Other paths than those of the options may be given. Where it is known what has changed, the run is about that
  /// alone.
  func load(
    _ project: Project, _ paths: [String]? = nil, changed: ChangedFiles? = nil, refusals: Refusals = .all
  ) -> (loaded: WorkspaceLoader.Loaded, isComplete: Bool) {
    var project = project
    if noGitignore { project.configuration.respectsGitignore = false }
    let loaded = WorkspaceLoader(project).load(
      paths ?? self.paths, standardInputName: stdinFilename, changed: changed)
    for (path, kind) in loaded.oddities {
      Output.complain("note: \(Display.safe(path)) is passed over: it is \(kind.rawValue), and no file")
    }
    for failure in loaded.failures { Output.complain("error: \(Display.safe(failure.description))") }
    let exception = loaded.hasIgnored ? ", but for what git ignores (--no-gitignore)" : ""
    let globs = project.configuration.include + project.configuration.boards
    for folder in loaded.emptyFolders {
      let wanted = globs.map(\.text).joined(separator: ", ")
      Output.complain(
        "error: no tracker in \(Display.safe(folder)): looked for \(Display.safe(wanted)) there and below\(exception)")
    }
    if refusals != .none {
      for refusal in loaded.refusals(withSelection: refusals == .all) { Output.complain(refusal) }
    }
    let isComplete =
      loaded.failures.isEmpty && loaded.emptyFolders.isEmpty && !(refusals == .all && loaded.workspace.hasRefused)
    if isComplete, loaded.workspace.selection.isEmpty {
      Output.complain("note: nothing to do: \(Display.safe(Self.reason(project, loaded, changed)))")
    }
    return (loaded, isComplete)
  }

  /// Why a run is about nothing.
  private static func reason(
    _ project: Project, _ loaded: WorkspaceLoader.Loaded, _ changed: ChangedFiles?
  ) -> String {
    switch changed?.base {
    case .lastCommit: return "no tracker that is meant is staged"
    case .revision(let revision):
      return "no tracker that is meant has changed since the commit where \(revision) and HEAD parted"
    case nil:
      let place = project.file.map { " in \($0)" } ?? ""
      return "what is named is excluded or archived\(place), or ignored by git"
    }
  }
}
