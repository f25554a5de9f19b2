import ArgumentParser
import SprintDriver
import SprintSource

/// How and where `lint` writes what it found.
struct ReportOptions: ParsableArguments {
  @Option(help: "How findings are written.")
  var format: ReportFormat = .text

  @Flag(help: "Count the findings of each rule instead of listing them; as text or json.")
  var statistics = false

  @Option(
    name: [.short, .long], help: "Write into this file instead of standard output; the summary goes to standard error.",
    completion: .file())
  var output: String?

  func validate() throws {
    if statistics, format != .text, format != .json {
      throw ValidationError("--statistics is written as text or json, not as \(format.rawValue)")
    }
  }

  /// Writes the report.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - start: when the run began; people are told how long it took.
  ///   - isComplete: whether all was read; a file is only written then.
  ///   - isQuiet: whether nobody wants to hear how much was found.
  ///   - stream: where it goes unless a file is named.
  ///   - others: files that were read beside those of the result.
  /// - Throws: a `CommandFailure` where the file cannot be written.
  func write(
    _ result: LintResult, since start: ContinuousClock.Instant, isComplete: Bool, isQuiet: Bool = false,
    to stream: StandardStream, butNoneOf others: [String]
  ) throws {
    let bytes = statistics ? counts(in: result) : findings(in: result)
    guard let output else {
      stream.write(bytes)
      guard format.endsWithSummary, !isQuiet, !result.trackers.isEmpty else { return }
      // A report of several lines for each finding is set off from what sums it up.
      let gap = format == .text && !bytes.isEmpty ? "\n" : ""
      let summary = summary(of: result, since: start, isTimed: Environment.isOutputTerminal)
      return stream.write(Array((gap + summary + "\n" + hint(after: result)).utf8))
    }
    // A report that is there already is worth more than one of which a part is missing.
    guard isComplete else {
      return Output.complain("note: \(Display.safe(output)) was not written: not all could be read")
    }
    try Output.write(bytes, to: output, butNoneOf: result.files.map(\.path) + others)
    if !isQuiet, !result.trackers.isEmpty {
      Output.complain(summary(of: result, since: start, isTimed: Environment.isErrorTerminal))
    }
  }

  private var usesColour: Bool { output == nil && Environment.usesColour }

  private func findings(in result: LintResult) -> [UInt8] {
    format.report(result, version: Version.number, usesColour: usesColour)
  }

  private func counts(in result: LintResult) -> [UInt8] {
    let counts = RuleCounts(result)
    if format == .json { return counts.json }
    let width = output == nil ? Environment.outputWidth : nil
    return counts.isEmpty ? [] : Array(counts.table.text(width: width, isColoured: usesColour).utf8)
  }

  private func summary(of result: LintResult, since start: ContinuousClock.Instant, isTimed: Bool) -> String {
    Summary(result).text(milliseconds: isTimed ? start.milliseconds : nil)
  }

  /// What one may want to do next, for people at a terminal.
  private func hint(after result: LintResult) -> String {
    guard Environment.isOutputTerminal, format == .text, let rule = RuleCounts(result).first else { return "" }
    return "`sprintmark explain \(rule)` says what its rule is about, and what to do\n"
  }
}

extension ReportFormat: ExpressibleByArgument {
  public var defaultValueDescription: String { summary }
}
