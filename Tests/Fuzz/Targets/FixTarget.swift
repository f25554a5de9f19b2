import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource

extension FuzzTarget {
  /// A tracker is linted and fixed: findings stand in the file, fixes come to an end, and those that are safe lose nothing.
  ///
  /// A person looks at the others, and one that would lose something is refused: this is no defect.
  static let fix = FuzzTarget("fix", seeds: trackers) { bytes in
    let makesUnsafe = bytes.count.isMultiple(of: 2)
    let loaded = loader.load(files: [file(bytes)])
    do throws(Fixer.Unsettled) {
      let outcome = try Fixer(loader, makesUnsafe: makesUnsafe) { engine.check($0) }.fix(loaded)
      return first(
        { findingFault(outcome.findings, loaded) },
        { makesUnsafe ? nil : lossFault(outcome) },
        { outcome.refusals.isEmpty ? unfinishedFault(outcome, makesUnsafe: makesUnsafe) : nil })
    } catch {
      return "\(error.codes.joined(separator: ", ")) undo each other"
    }
  }

  private static func lossFault(_ outcome: Fixer.Outcome) -> String? {
    for refusal in outcome.refusals {
      guard case .losses(let lost) = refusal.reason else { continue }
      return "\(refusal.codes.joined(separator: ", ")) would lose \(lost.joined(separator: ", "))"
    }
    return nil
  }

  /// What is found in the outcome, and could be mended.
  private static func unfinishedFault(_ outcome: Fixer.Outcome, makesUnsafe: Bool) -> String? {
    let left = engine.check(outcome.loaded.workspace).first {
      $0.fixes.contains { !$0.edits.isEmpty && (makesUnsafe || $0.applicability == .safe) }
    }
    return left.map { "\($0.code) \($0.name) is left: \($0.message)" }
  }

  /// All rules, those that are off by default too, on a day that is the same in each run.
  static let engine = RuleEngine(
    severities: ["SM405": .warning, "SM406": .warning, "SM310": .warning],
    today: CalendarDate(year: 2026, month: 2, day: 1), archive: ["archived"])

  private static func findingFault(_ findings: [Diagnostic], _ loaded: WorkspaceLoader.Loaded) -> String? {
    var fingerprints: Set<String> = []
    for finding in findings {
      let size = loaded.workspace.files[finding.location.file].disk.count
      let places = ByteRanges.all(in: finding)
      if let outside = places.first(where: { $0.range.upper > size }) {
        return "\(finding.code) \(outside.path) at \(outside.range) lies outside of the file"
      }
      if !fingerprints.insert(finding.fingerprint).inserted { return "\(finding.code) shares its fingerprint" }
    }
    return nil
  }
}
