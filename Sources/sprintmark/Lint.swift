import ArgumentParser
import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Checks trackers and says what is wrong in them.")

  @OptionGroup var paths: PathOptions

  @OptionGroup var report: ReportOptions

  @Option(help: "Run these rules and no others, whatever is configured: codes or names, with commas between them.")
  var select: String?

  @Option(help: "Leave out these rules.")
  var ignore: String?

  @Option(help: "The lowest severity that makes the command end with 1: error, warning or information; off: none does.")
  var failOn: Severity = .warning

  @Option(help: "The day to judge dates by, as YYYY-MM-DD; the system's day without it.")
  var today: CalendarDate?

  @OptionGroup(title: "Changed files") var changes: ChangeOptions

  @OptionGroup(title: "Fixes") var fixes: FixOptions

  @OptionGroup(title: "Baseline") var baselines: BaselineOptions

  func validate() throws {
    for list in [select, ignore] { _ = try Self.rules(list) }
    if fixes.diff,
      report.format != .text || report.statistics || baselines.writeBaseline != nil || baselines.pruneBaseline
    {
      throw ValidationError("--diff prints a patch and nothing else: no --format, --statistics or new baseline")
    }
    if changes.isUsed, paths.standardInputName == "-" {
      throw ValidationError("whether standard input has changed shows in the name that --stdin-filename gives it")
    }
  }

  func run() throws {
    let start = ContinuousClock.now
    let selected = try Self.rules(select)
    let ignored = try Self.rules(ignore) ?? []
    let project = try paths.configuration.project()
    let baseline = try baselines.read()
    var (loaded, isComplete) = paths.load(project, changed: try changes.files(), refusals: .linked)
    let linter = Linter(
      project, select: selected, ignore: ignored,
      today: today ?? .today(sourceDateEpoch: Environment.variable("SOURCE_DATE_EPOCH")),
      standardInputName: paths.standardInputName)
    var hasFixed = false
    if fixes.isUsed {
      guard isComplete else {
        if let input = loaded.standardInput, fixes.fix { Output.write(input) }
        throw CommandFailure("nothing was fixed: not all trackers could be read")
      }
      let fixing = try fix(loaded, linter, baseline, project)
      isComplete = fixing.isComplete
      hasFixed = fixing.hasFixed
      if fixes.diff {
        let isPatch = hasFixed && failOn != .off
        try end(isComplete: isComplete, hasFindings: isPatch || isFailure(fixing.findings))
        return
      }
      loaded = fixing.loaded
    }
    let outcome = linter.lint(loaded)
    if let problem = outcome.treeProblem { Output.complain(problem) }
    isComplete = isComplete && outcome.treeProblem == nil
    let isWhole = isComplete && !outcome.workspace.hasRefused
    var result = LintResult(outcome.findings.diagnostics, in: outcome.workspace)
    result.suppressed = outcome.findings.suppressed
    if let path = baselines.writeBaseline {
      // What was not read would be found new the next time.
      guard isWhole else { throw CommandFailure("\(path) was not written: not all could be checked") }
      return try baselines.write(result, to: path)
    }
    if let baseline {
      let (new, known) = baseline.split(result.diagnostics)
      if isWhole {
        let folders =
          changes.isUsed ? [] : paths.paths.isEmpty ? project.configuration.workspace.map(project.shown) : paths.paths
        let scope = BaselineScope(outcome.workspace, linter.engine, searched: folders)
        try baselines.report(gone: baseline.gone(result.diagnostics, isInScope: scope.contains))
      }
      result.diagnostics = new
      result.known = known
    }
    // Where the fixed text goes to standard output, findings do not.
    let isInputFixed = fixes.fix && paths.standardInputName != nil
    try report.write(
      result, since: start, isComplete: isComplete, isQuiet: paths.quiet, to: isInputFixed ? .error : .output,
      butNoneOf: otherInputs(project))
    try end(
      isComplete: isComplete,
      hasFindings: isFailure(result.diagnostics) || (hasFixed && fixes.exitNonZeroOnFix))
  }

  /// Files that are read beside the trackers; no output replaces them.
  func otherInputs(_ project: Project) -> [String] { [project.file, baselines.baseline].compactMap(\.self) }

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
