import SprintSource

/// Rows and columns as text, aligned by the columns of a terminal that characters take.
package struct Table: Sendable {
  package struct Column: Sendable {
    let title: String
    let isNumber: Bool
    /// Whether the column may be cut where the terminal is too narrow; others hold what is to be copied.
    let canShrink: Bool

    package init(_ title: String, isNumber: Bool = false, canShrink: Bool = false) {
      self.title = title
      self.isNumber = isNumber
      self.canShrink = canShrink
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  package init(_ columns: [Column]) { self.columns = columns }

  package mutating func add(_ cells: [String]) { rows.append(cells.map(Display.safe)) }

  package var isEmpty: Bool { rows.isEmpty }

  /// The header and the rows, a line each, with `indent` blanks before it.
  ///
  /// - Parameters:
  ///   - width: of the terminal; nil where there is none, and nothing is cut.
  ///   - isColoured: whether the header is set off.
  ///   - indent: blanks before each line.
  /// - Returns: lines, the last of which ends too.
  package func text(width: Int?, isColoured: Bool, indent: Int = 0) -> String {
    let widths = widths(within: width.map { $0 - indent })
    func line(_ cells: [String]) -> String {
      var line = String(repeating: " ", count: indent)
      var pending = 0
      for (place, cell) in cells.enumerated() {
        let cell = Self.cut(cell, to: widths[place])
        let blanks = widths[place] - DisplayWidth.of(cell)
        let before = columns[place].isNumber ? blanks : 0
        // Blanks are written once something follows them: no line ends with one.
        if !cell.isEmpty {
          line += String(repeating: " ", count: pending + before) + cell
          pending = 0
        }
        pending += (cell.isEmpty ? widths[place] : blanks - before) + Self.gap
      }
      return line
    }
    let header = Style(isOn: isColoured).bold(line(columns.map(\.title)))
    return ([header] + rows.map(line)).map { $0 + "\n" }.joined()
  }

  private static let gap = 2

  private func widths(within limit: Int?) -> [Int] {
    var widths = columns.indices.map { place in
      ([columns[place].title] + rows.map { $0[place] }).map { DisplayWidth.of($0) }.max() ?? 0
    }
    guard let limit else { return widths }
    let gaps = Self.gap * (columns.count - 1)
    // The widest column gives way, down to what still tells something.
    while widths.reduce(gaps, +) > limit {
      let shrinking = columns.indices.filter { columns[$0].canShrink && widths[$0] > 12 }
      guard let widest = shrinking.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += DisplayWidth.of(character)
      if used > width { break }
      result.append(character)
    }
    return result + "…"
  }
}
