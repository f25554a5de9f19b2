import ArgumentParser
import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Checks trackers and says what is wrong in them.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var paths: PathOptions

  @Option(help: "How findings are written.")
  var format: Format = .text

  @Option(help: "Run these rules and no others, whatever is configured: codes or names, with commas between them.")
  var select: String?

  @Option(help: "Leave out these rules.")
  var ignore: String?

  @Option(help: "The lowest severity that makes the command end with 1: error, warning or information; off: none does.")
  var failOn: Severity = .warning

  @Option(help: "The day to judge dates by, as YYYY-MM-DD; the system's day without it.")
  var today: CalendarDate?

  @Flag(help: "Report only what is in files that are staged for a commit; all files are linked.")
  var changed = false

  @Option(
    help: ArgumentHelp(
      "Report only what is in files that have changed since REV: since the commit where REV and HEAD parted.",
      valueName: "rev"))
  var changedSince: String?

  func validate() throws {
    if changed, changedSince != nil { throw ValidationError("--changed and --changed-since exclude each other") }
    if changed || changedSince != nil, paths.standardInputName == "-" {
      throw ValidationError("whether standard input has changed shows in the name that --stdin-filename gives it")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let selected = try Self.rules(select)
    let ignored = try Self.rules(ignore) ?? []
    let project = try paths.configuration.project()
    let (loaded, isComplete) = paths.load(project, changed: try changedFiles())
    let today = today ?? .today(sourceDateEpoch: Environment.variable("SOURCE_DATE_EPOCH"))
    let engine = RuleEngine(
      project, select: selected, ignore: ignored, today: today,
      fileLookup: LinkedFiles.lookup(standardInputName: paths.standardInputName))
    let (workspace, generated, isTreeKnown) =
      Self.generated(in: loaded.workspace, of: project, isNeeded: engine.runs("SM701"))
    let diagnostics = engine.check(workspace, generatedFiles: generated)
    switch format {
    case .json: Output.write(JSONReporter.json(diagnostics, workspace.files))
    case .text:
      if !diagnostics.isEmpty {
        Output.print(TextReporter(workspace.files, usesColour: Environment.usesColour).report(diagnostics) + "\n")
      }
      let tasks = workspace.selection.reduce(0) { $0 + workspace.sprints[$1].tasks.count }
      let summary = Summary(diagnostics, files: workspace.selection.count, tasks: tasks)
      let elapsed = (clock.now - start).components
      let milliseconds = Int(elapsed.seconds * 1000 + elapsed.attoseconds / 1_000_000_000_000_000)
      if !workspace.selection.isEmpty {
        Output.print(summary.text(milliseconds: Environment.isOutputTerminal ? milliseconds : nil))
      }
    }
    if !isComplete || !isTreeKnown { throw ExitCode(2) }
    if failOn != .off, diagnostics.contains(where: { $0.severity >= failOn }) { throw ExitCode(1) }
  }

  /// The files that the run is about, where it is about those that have changed.
  private func changedFiles() throws(CommandFailure) -> ChangedFiles? {
    guard changed || changedSince != nil else { return nil }
    do {
      return try ChangedFiles(since: changedSince.map(ChangedFiles.Base.revision) ?? .lastCommit)
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
  }

  /// The workspace with the tree that is configured for it, held against it.
  private static func generated(
    in workspace: Workspace, of project: Project, isNeeded: Bool
  ) -> (Workspace, [GeneratedFile], isKnown: Bool) {
    guard isNeeded, !workspace.selection.isEmpty, let path = project.configuration.tree.map(project.shown) else {
      return (workspace, [], true)
    }
    do {
      let file = SourceFile(path: path, bytes: try FileSystem.read(path))
      let blockers = project.configuration.blockers.map(project.shown)
      let (all, generated) = try TreeFile.checked(file, in: workspace, blockers: blockers)
      return (all, [generated], true)
    } catch let error as ConfigurationError {
      Output.complain(error.report(usesColour: Environment.usesErrorColour))
    } catch {
      let help = "   = help: run `sprintmark tree --write \(Display.safe(path))`"
      Output.complain("error: \(Display.safe("\(error)"))\n\(help)")
    }
    return (workspace, [], false)
  }

  /// The rules that a list names.
  private static func rules(_ list: String?) throws -> [Rule]? {
    try list?.split(separator: ",").map { name in
      let name = name.trimmingBlanks()
      guard let rule = Rule.named(name) else { throw ValidationError(unknownRule: name) }
      return rule
    }
  }
}

extension Severity: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) {
    let parts = argument.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, argument.utf8.count == 10 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}
