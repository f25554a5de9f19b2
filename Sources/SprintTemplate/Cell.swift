import SprintModel
import SprintSource

/// Texts as they can stand in a cell of a table (GFM §4.10).
enum Cell {
  /// How a text of several lines gets onto one.
  enum LineBreaks: CaseIterable {
    /// Lines are joined by a blank; one that begins a bullet begins a new line in the cell.
    case folded
    /// Each line stays one: `<br>`.
    case kept
  }

  /// A value, of which what is no UTF-8 stays as it is.
  static func text(_ value: LocatedText?, _ breaks: LineBreaks) -> [UInt8] {
    value.map { text($0.bytes, breaks) } ?? []
  }

  /// A text on one line, with each bare pipe escaped.
  static func text(_ text: Bytes, _ breaks: LineBreaks) -> [UInt8] {
    var result: [UInt8] = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = line.trimmed
      guard !line.isEmpty else { continue }
      if !result.isEmpty { result += breaks == .kept || beginsBullet(line) ? Array("<br>".utf8) : [0x20] }
      for byte in line {
        if byte == UInt8(ascii: "|"), result.last != UInt8(ascii: "\\") {
          // A pipe that parted cells ended what was said in the first of them.
          if breaks == .kept, result.last == 0x20 { result += Array("<br>".utf8) }
          result.append(UInt8(ascii: "\\"))
        }
        result.append(byte)
      }
    }
    return result
  }

  private static func beginsBullet(_ line: Bytes) -> Bool {
    guard let mark = line.first, line.count > 1 else { return false }
    return "-*+".utf8.contains(mark) && line[line.startIndex + 1].isBlank
  }

  static func row(_ cells: [[UInt8]]) -> [UInt8] {
    var row = Array("|".utf8)
    for cell in cells { row += [0x20] + cell + Array(" |".utf8) }
    return row
  }

  static func row(_ cells: [String]) -> [UInt8] { row(cells.map { Array($0.utf8) }) }
}

extension Cell {
  /// A text on one line, as a heading can hold it.
  static func folded(_ text: Bytes) -> [UInt8] {
    Array(
      text.split { $0 == 0x0A || $0 == 0x0D }.map(\.trimmed).filter { !$0.isEmpty }
        .joined(separator: [0x20]))
  }
}
