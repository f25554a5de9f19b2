import SprintSource

/// The last line of a report.
package struct Summary: Sendable {
  private let result: LintResult

  package init(_ result: LintResult) { self.result = result }

  /// The line; with `milliseconds` for people only: output for machines is the same each time.
  package func text(milliseconds: Int? = nil) -> String {
    let scope = "\(Self.counted(result.trackers.count, "tracker")) (\(Self.counted(result.tasks, "task")))"
    let parts = [found(in: scope), setAside, fixable].compactMap { $0 }
    return parts.joined(separator: "; ") + (milliseconds.map { ". \($0) ms" } ?? "")
  }

  private func found(in scope: String) -> String {
    let kinds: [(Severity, String)] = [(.error, "error"), (.warning, "warning"), (.information, "note")]
    // A loop over the findings would copy each of them.
    let all = result.diagnostics
    let found = kinds.compactMap { severity, noun in
      Self.nonzero(all.indices.count { all[$0].severity == severity }).map { Self.counted($0, noun) }
    }
    let files = Set(all.indices.lazy.map { all[$0].location.file }).count
    return found.isEmpty ? "nothing found in \(scope)" : "\(found.joined(separator: ", ")) in \(files) of \(scope)"
  }

  /// What was found, but is not reported.
  private var setAside: String? {
    let parts = [
      Self.nonzero(result.suppressed.count).map { "\(Self.grouped($0)) suppressed" },
      Self.nonzero(result.known?.count ?? 0).map { "\(Self.grouped($0)) known to the baseline" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var fixable: String? {
    let all = result.diagnostics
    let mended = Self.nonzero(all.indices.count { all[$0].isFixable(.safe) }).map {
      "\(Self.grouped($0)) can be fixed with --fix"
    }
    guard let more = Self.nonzero(all.indices.count { all[$0].isFixable(.unsafe) }).map(Self.grouped) else {
      return mended
    }
    return mended.map { "\($0), \(more) more with --unsafe-fixes" } ?? "\(more) can be fixed with --unsafe-fixes"
  }

  private static func nonzero(_ count: Int) -> Int? { count > 0 ? count : nil }

  /// `1,482 tasks`, `1 task`.
  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// `1,482`.
  private static func grouped(_ count: Int) -> String {
    var digits = String(count)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
