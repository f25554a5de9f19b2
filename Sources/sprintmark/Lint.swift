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

  @OptionGroup(title: "Fixes") var fixes: FixOptions

  @OptionGroup(title: "Baseline") var baselines: BaselineOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let selected = try Self.rules(select)
    let ignored = try Self.rules(ignore) ?? []
    let project = try paths.configuration.project()
    let baseline = try baselines.read()
    var (loaded, isComplete) = paths.load(project)
    let linter = Linter(
      project, select: selected, ignore: ignored,
      today: today ?? .today(sourceDateEpoch: Environment.variable("SOURCE_DATE_EPOCH")),
      standardInputName: paths.standardInputName)
    var hasFixed = false
    if fixes.isUsed {
      guard isComplete else { throw CommandFailure("nothing was fixed: not all trackers could be read") }
      let fixing = try fix(loaded, linter, baseline, project)
      isComplete = fixing.isComplete
      hasFixed = fixing.hasFixed
      if fixes.diff {
        try end(isComplete: isComplete, hasFindings: hasFixed || isFailure(fixing.findings))
        return
      }
      loaded = fixing.loaded
    }
    let outcome = linter.lint(loaded.workspace)
    if let problem = outcome.treeProblem { Output.complain(problem) }
    isComplete = isComplete && outcome.treeProblem == nil
    let found = outcome.findings.diagnostics
    if let path = baselines.writeBaseline {
      // What was not read would be found new the next time.
      guard isComplete else { throw CommandFailure("\(path) was not written: not all could be checked") }
      return try baselines.write(found, outcome.workspace.files, to: path)
    }
    let workspace = loaded.workspace
    var result = LintResult(
      found, files: outcome.workspace.files, trackers: workspace.selection.count,
      tasks: workspace.selection.reduce(0) { $0 + workspace.sprints[$1].tasks.count })
    result.suppressed = outcome.findings.suppressed
    if let baseline {
      let (new, known) = baseline.split(found)
      result.diagnostics = new
      result.known = known
      if isComplete {
        let scope = BaselineScope(workspace, linter.engine, isWhole: paths.paths.isEmpty)
        try baselines.report(gone: baseline.gone(found, isInScope: scope.contains), of: baseline)
      }
    }
    report(result, elapsed: clock.now - start)
    try end(
      isComplete: isComplete,
      hasFindings: isFailure(result.diagnostics) || (hasFixed && fixes.exitNonZeroOnFix))
  }

  private func report(_ result: LintResult, elapsed: Duration) {
    // Where the fixed text goes to standard output, findings do not.
    let write = fixes.fix && paths.standardInputName != nil ? Output.complain(_:) : Output.print(_:)
    switch format {
    case .json: write(String(decoding: JSONReporter.json(result.diagnostics, result.files), as: UTF8.self))
    case .text:
      if !result.diagnostics.isEmpty {
        write(TextReporter(result.files, usesColour: Environment.usesColour).report(result.diagnostics) + "\n")
      }
      let summary = Summary(result.diagnostics, files: result.trackers, tasks: result.tasks)
      let elapsed = elapsed.components
      let milliseconds = Int(elapsed.seconds * 1000 + elapsed.attoseconds / 1_000_000_000_000_000)
      if result.trackers > 0 {
        write(summary.text(milliseconds: Environment.isOutputTerminal ? milliseconds : nil))
      }
    }
  }

  private func isFailure(_ diagnostics: [Diagnostic]) -> Bool {
    failOn != .off && diagnostics.contains { $0.severity >= failOn }
  }

  private func end(isComplete: Bool, hasFindings: Bool) throws {
    if !isComplete { throw ExitCode(2) }
    if hasFindings { throw ExitCode(1) }
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
