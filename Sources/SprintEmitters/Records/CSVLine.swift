import SprintSource

/// A record of CSV (RFC 4180) for a spreadsheet, which must not take a text for a formula.
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
