import ArgumentParser
import SprintDriver
import SprintLinker
import SprintRules
import SprintSource

@main
struct Sprintmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sprintmark",
    abstract: "Compiles and lints sprint trackers written in Markdown.",
    discussion: """
      A path is a file, or a folder that is searched for SPRINT_*.md and SPRINT-*.md; without one the workspace is meant \
      that .sprintmark.yml describes, or else the current folder. All files of the workspace are linked: a task may \
      depend on one in another file. Inside a git repository folders are searched without what .gitignore files name; \
      what is named here is read all the same.

      Exit status: 0 nothing found, 1 findings or a check that failed, 2 wrong usage, configuration or input.
      """,
    version: Version.current.description,
    subcommands: [
      Lint.self, Fmt.self, Compile.self, Tree.self, List.self, Show.self, Why.self, Stats.self, Rules.self,
      Explain.self, Config.self, New.self,
    ])

  /// Runs the command line; as ArgumentParser does, but wrong usage ends with 2.
  static func main() {
    StandardStream.secure()
    do {
      try refuseUnknown(Environment.arguments.first)
      var command = try parseNamed(Environment.arguments) ?? parseAsRoot(Environment.arguments)
      try command.run()
    } catch let failure as CommandFailure {
      Output.complain(failure.description)
      Output.end(2)
    } catch let code as ExitCode {
      // Asked for a message of it, ArgumentParser would write the help before it finds that there is none.
      Output.end(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty {
        // Of what was wrong, the message repeats as much as it likes.
        code == .success ? Output.print(message) : Output.complain(Display.safeLines(message))
      }
      Output.end(code == .success || code.rawValue == 1 ? code.rawValue : 2)
    }
  }

  /// The command that the first word names, with the others as its arguments; nil where that is not all.
  ///
  /// To read them as the arguments of the root first takes twice as long, which is most of what a run on one file takes.
  /// Help and wrong usage are left to that: they speak of the command by its whole name.
  private static func parseNamed(_ words: [String]) -> (any ParsableCommand)? {
    guard let name = words.first, let command = configuration.subcommands.first(where: { Self.name(of: $0) == name })
    else { return nil }
    return try? command.parse(Array(words.dropFirst()))
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }

  /// Says what may have been meant by a first word that is no command: ArgumentParser finds it unexpected, and no more.
  private static func refuseUnknown(_ word: String?) throws(ValidationError) {
    guard let word, !word.hasPrefix("-") else { return }
    let names = configuration.subcommands.map(name) + ["help"]
    guard !names.contains(word) else { return }
    let shown = Display.safe(word)
    if FileSystem.exists(word) {
      throw ValidationError("\"\(shown)\" is a path and no command; `sprintmark lint \(shown)` checks it")
    }
    let nearest = Nearest.matches(for: word.lowercased(), among: names, most: 1)
    let hint = nearest.first.map { "did you mean \($0)?" } ?? "there are \(names.joined(separator: ", "))"
    throw ValidationError("no command is called \"\(shown)\"; \(hint)")
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

  @Flag(name: [.short, .long], help: "Say only what was found and what went wrong: no notes and no summary.")
  var quiet = false

  @Flag(
    name: [.short, .long], help: "Say on standard error what was read, by which configuration, and how long it took.")
  var verbose = false

  @OptionGroup var configuration: ConfigurationOptions

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose cannot both hold") }
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
    let start = ContinuousClock.now
    let progress = ProgressLine(isWanted: Environment.isErrorTerminal && !quiet)
    let loaded = WorkspaceLoader(project, progress: progress.reading).load(
      paths ?? self.paths, standardInputName: stdinFilename, changed: changed)
    progress.end()
    ToTheEnd.keep(loaded)
    if verbose { Output.complain(Self.account(of: loaded, project, since: start)) }
    for (path, kind) in loaded.oddities {
      note("\(Display.safe(path)) is passed over: \(kind.objection)")
    }
    for failure in loaded.failures { Output.complain("error: \(Display.safe(failure.description))") }
    let exception = loaded.hasIgnored ? ", but for what git ignores (--no-gitignore)" : ""
    let globs = project.configuration.include + project.configuration.boards
    let wanted = globs.map(\.text).joined(separator: ", ")
    // A hook may stand in a repository that has no tracker yet, or no more. Who names a folder expects some in it.
    let mayBeEmpty = changed?.isAboutIndex == true && (paths ?? self.paths).isEmpty
    for folder in loaded.emptyFolders {
      let message = Display.safe("no tracker in \(folder): looked for \(wanted) there and below\(exception)")
      if mayBeEmpty {
        note("nothing to do: \(message)")
      } else {
        Output.complain(
          "error: \(message)\n"
            + "   = help: what is named is read whatever its name; `include:` and `boards:` in .sprintmark.yml name more; "
            + "`sprintmark new sprint --number 1 --title …` makes a first one"
        )
      }
    }
    for one in Self.notes(project, loaded, changed, globs) { note(Display.safe(one)) }
    if refusals != .none {
      for refusal in loaded.refusals(withSelection: refusals == .all) { Output.complain(refusal) }
    }
    let isComplete =
      loaded.failures.isEmpty && (loaded.emptyFolders.isEmpty || mayBeEmpty)
      && !(refusals == .all && loaded.workspace.hasRefused)
    if isComplete, loaded.emptyFolders.isEmpty, loaded.workspace.selection.isEmpty {
      note("nothing to do: \(Display.safe(Self.reason(project, loaded, changed)))")
    }
    return (loaded, isComplete)
  }

  /// Says something that nobody has to know.
  func note(_ text: String) { if !quiet { Output.complain("note: \(text)") } }

  /// What was read, for who wants to know.
  private static func account(
    of loaded: WorkspaceLoader.Loaded, _ project: Project, since start: ContinuousClock.Instant
  ) -> String {
    let workspace = loaded.workspace
    let bytes = workspace.files.reduce(0) { $0 + $1.disk.count }
    let configuration = project.file.map { "by \(Display.safe($0))" } ?? "without a configuration"
    return "note: \(workspace.files.count) files of \(bytes) bytes read \(configuration) in \(start.milliseconds) ms, "
      + "\(workspace.selection.count) of them to be looked at, on up to \(Parallel.threads) threads"
  }

  /// What is about to be committed, but not what is read.
  private static func notes(
    _ project: Project, _ loaded: WorkspaceLoader.Loaded, _ changed: ChangedFiles?, _ globs: [Glob]
  ) -> [String] {
    guard let changed else { return [] }
    let otherwise = loaded.workspace.selection.map { loaded.workspace.files[$0].path }.filter(changed.isStagedOtherwise)
    let missing = changed.missing.filter { globs.contains(project.relative($0)) }.map(BaseFolder.current.relative)
    return otherwise.map { "\($0) is read as it lies in the work tree; what is staged of it is another text" }
      + missing.map { "\($0) is staged, but is not in the work tree, and is not read" }
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

extension ContinuousClock.Instant {
  /// How long ago it was.
  var milliseconds: Int {
    let elapsed = (ContinuousClock.now - self).components
    return Int(elapsed.seconds * 1000 + elapsed.attoseconds / 1_000_000_000_000_000)
  }
}
