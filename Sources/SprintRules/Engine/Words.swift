/// Small pieces of sentences.
enum Words {
  /// `3 cells`, `1 cell`.
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// `a`, `a or b`, `a, b or c`.
  static func either(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " or " + last
  }

  /// `a`, `a and b`, `a, b and c`.
  static func all(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A text cut to a length that fits into a sentence, in scalars.
  static func excerpt(_ text: String, length: Int = 48) -> String {
    let start = text.unicodeScalars.prefix(length)
    let line =
      start.contains("\n") ? String(String.UnicodeScalarView(start.map { $0 == "\n" ? " " : $0 })) : String(start)
    return start.endIndex == text.endIndex ? line : line + "…"
  }
}
