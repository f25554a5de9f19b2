package import SprintSource

/// A page that was copied as it is shown, so that all marks of Markdown are gone.
///
/// Where one cell ends and the next begins is lost for good; nothing here can be mended.
package struct RenderedPage {
  /// Names of sections that stand as lines of their own.
  private var sections: [Bytes] = []
  /// Lines that are the headers of a table.
  private var headers = 0
  /// Lines that begin as the row of a task.
  private var rows = 0
  private var bullets = 0
  /// Lines that are the size of a file, as pages of repositories show it.
  private var sizes = 0
  /// Lines that show that the marks are still there.
  private var marked = 0

  /// Why a document looks like a rendered page, in plain words; nil where it does not.
  package static func looksRendered(_ file: SourceFile) -> String? { RenderedPage(file).evidence }

  private init(_ file: SourceFile) {
    for number in 1...file.lines.lineCount {
      let line = file.content(ofLine: number).trimmed
      guard let first = line.first else { continue }
      if first == UInt8(ascii: "|") || line.headingLevel ?? 0 > 1 {
        marked += 1
      } else if line.hasPrefix("\u{2022}", at: line.startIndex) {
        bullets += 1
      } else if TrackerWords.standard.isSection(line) {
        sections.append(line)
      } else if TrackerWords.standard.headerCount(line) ?? 0 > 2 {
        headers += 1
      } else if Self.isTaskRow(line) {
        rows += 1
      } else if Self.isSize(line) {
        sizes += 1
      }
    }
  }

  private var evidence: String? {
    let isTable = headers > 0 || rows > 1
    guard marked == 0, (sections.count > 1 && (isTable || bullets > 1)) || (headers > 0 && rows > 1) else { return nil }
    var parts: [String] = []
    if let first = sections.first {
      let others = sections.count > 1 ? " and \(Damage.counted(sections.count - 1, "other section"))" : ""
      parts.append("\u{201C}\(first.string)\u{201D}\(others) without a heading mark")
    }
    if headers > 0 { parts.append("\(Damage.counted(headers, "table header")) without pipes") }
    if rows > 0 { parts.append("\(Damage.counted(rows, "task row")) without pipes") }
    if bullets > 0 { parts.append("\(Damage.counted(bullets, "line")) with \u{2022} for a bullet") }
    if sizes > 0 { parts.append("the size of a file") }
    return parts.joined(separator: ", ")
  }

  /// `14 ABC-DEF-1-001 DONE …`, with or without the number.
  private static func isTaskRow(_ line: Bytes) -> Bool {
    guard !line.contains(UInt8(ascii: "|")) else { return false }
    var words = line.prefix(160).split { $0.isSpace }[...]
    if words.first?.allSatisfy(\.isDigit) == true { words.removeFirst() }
    guard let id = words.popFirst(), RowLead(id) == .taskID else { return false }
    // `A-1-001 / 002 / B-2-001`
    while words.first?.equals("/") == true { words = words.dropFirst(2) }
    return words.first.map(TrackerWords.standard.isState) == true
  }

  /// `9.9 KiB`
  private static func isSize(_ line: Bytes) -> Bool {
    let words = line.prefix(24).split { $0.isSpace }
    guard words.count == 2, let number = words.first, let unit = words.last else { return false }
    return number.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
      && ["B", "KB", "MB", "KiB", "MiB"].contains { unit.equals($0) }
  }
}
