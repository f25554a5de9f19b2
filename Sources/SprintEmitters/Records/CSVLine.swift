import SprintSource

/// A record of comma-separated values (RFC 4180).
///
/// Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, in full width too, and one that begins
/// with a tab or a line break (OWASP, *CSV Injection*): such a cell gets an apostrophe in front. A number with a sign stays:
/// `-1` is what it is. A cell that begins so behind apostrophes gets one more, so that whoever takes away the first
/// apostrophe of each such cell has what was written.
enum CSVLine {
  /// The cells, with CR and LF behind them.
  static func text(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  private static func cell(_ text: String) -> String {
    let text = isFormula(text) ? "'" + text : text
    let needsQuotes = text.utf8.contains { ",\"\r\n".utf8.contains($0) }
    return needsQuotes ? "\"" + text.replacingBytes("\"", with: "\"\"") + "\"" : text
  }

  private static func isFormula(_ text: String) -> Bool {
    let rest = text.unicodeScalars.drop { $0 == "'" }
    guard let first = rest.first, formulaMarks.contains(first) else { return false }
    let isSigned = rest.startIndex == text.startIndex && (first == "-" || first == "+")
    return !(isSigned && isNumber(rest.dropFirst()))
  }

  private static let formulaMarks = Set("=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)

  /// Digits, with at most one point among them.
  private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }
}
