import ArgumentParser
import SprintDriver
import SprintSource

/// Findings that are known.
struct BaselineOptions: ParsableArguments {
  @Option(help: "Report only findings that are not in this file.", completion: .file())
  var baseline: String?

  @Option(help: "Write all findings into this file, as those that are known, and end with 0.", completion: .file())
  var writeBaseline: String?

  @Flag(help: "With --baseline: take out of the file what is found no more.")
  var pruneBaseline = false

  func validate() throws {
    if pruneBaseline, baseline == nil { throw ValidationError("--prune-baseline belongs to --baseline") }
    if writeBaseline != nil, baseline != nil {
      throw ValidationError("--write-baseline and --baseline exclude each other")
    }
  }

  /// Reads the file with what is known; nil where none is named.
  func read() throws -> Baseline? { try baseline.map { try Self.read($0).baseline } }

  private static func read(_ path: String) throws -> (baseline: Baseline, text: [UInt8]) {
    do {
      let text = try FileSystem.read(path)
      return (try BaselineReader.read(SourceFile(path: path, bytes: text)), text)
    } catch let error as ConfigurationError {
      Output.complain(error.report(usesColour: Environment.usesErrorColour))
      throw ExitCode(2)
    } catch {
      throw CommandFailure("\(error)", help: "`sprintmark lint --write-baseline \(path)` makes a baseline")
    }
  }

  /// Writes findings as those that are known; over nothing but another baseline.
  func write(_ result: LintResult, to path: String) throws {
    let old = FileSystem.exists(path) ? try Self.read(path).text : nil
    try replace(path, old, with: Baseline(result))
    Output.complain("wrote \(Self.counted(result.diagnostics.count)) to \(Display.safe(path))")
  }

  /// Says which findings are gone, and takes them out of the file if that is asked for.
  func report(gone: [Baseline.Entry]) throws {
    guard let path = baseline, !gone.isEmpty else { return }
    let list = gone.prefix(10).map { "   = \(Display.safe($0.description))" }
    let more = gone.count > list.count ? ["   = and \(gone.count - list.count) more"] : []
    let title: String
    if pruneBaseline {
      // The run took its time: what was added meanwhile stays.
      let now = try Self.read(path)
      try replace(path, now.text, with: now.baseline.removing(gone))
      title = "took \(Self.counted(gone.count)) out of \(Display.safe(path)), found no more:"
    } else {
      title =
        "note: \(Self.counted(gone.count)) of \(Display.safe(path)) \(gone.count == 1 ? "is" : "are") found no more"
    }
    let help = pruneBaseline ? [] : ["   = help: --prune-baseline takes \(gone.count == 1 ? "it" : "them") out"]
    Output.complain(([title] + list + more + help).joined(separator: "\n"))
  }

  private func replace(_ path: String, _ old: [UInt8]?, with baseline: Baseline) throws {
    do {
      try AtomicWriter.write(baseline.json, to: path, replacing: old.map { .text($0) } ?? .nothing)
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  private static func counted(_ count: Int) -> String { "\(count) finding\(count == 1 ? "" : "s")" }
}
