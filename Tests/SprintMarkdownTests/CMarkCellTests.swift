import Foundation
import SprintMarkdown
import SprintSource
import SprintTesting
import Testing

/// Our cells against those of the `cmark-gfm` command, where it is installed.
struct CMarkCellTests {
  private static let command: String? = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// More columns than any row of the test has cells, so that cmark drops none.
  private static let columns = 24

  @Test(.enabled(if: command != nil))
  func `rows have the cells that cmark finds`() async throws {
    var random = SeededGenerator(7)
    let header = "|" + String(repeating: " h |", count: Self.columns)
    let delimiter = "|" + String(repeating: "-|", count: Self.columns)
    // A line of nothing but pipes ends a table.
    let rows = (0..<3_000).map { _ in row(&random) }.filter { $0.contains { !"| \t".contains($0) } }
    let text = ([header, delimiter] + rows).joined(separator: "\n") + "\n"
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    guard case .table(let table)? = MarkdownDocument(file).blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == rows.count, "\(rows[min(table.rows.count, rows.count - 1)].debugDescription) ends it")
    let expected = try await cells(in: file)
    for (row, written) in zip(table.rows, rows) {
      let line = file.lines.line(at: row.range.lower)
      #expect(row.cells.map { file.slice($0).string } == expected[line], "\(written)")
    }
  }

  /// A row without an indent, which would throw cmark's columns out.
  private func row(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "|", "|", "|", "|", " ", " ", "x", "é", "`", "``", "\\", "\\|", "\\\\", "a b", "*", "🚀", "\t", "[", "]", "<b>",
    ]
    let rest = (0..<random.number(0...20)).map { _ in random.one(of: pieces) }
    return random.one(of: ["|", "|", "| ", "x", "x |"]) + rest.joined()
  }

  /// The texts of the cells of each line, without padding and without those that cmark adds to short rows.
  private func cells(in file: SourceFile) async throws -> [Int: [String]] {
    let run = try await Run.of(
      try #require(Self.command), ["-e", "table", "-t", "xml", "--sourcepos"], input: file.text)
    #expect(run.status == 0)
    let xml = run.outputText
    var cells: [Int: [String]] = [:]
    for element in xml.split(separator: "<") {
      let isRow = element.hasPrefix("table_row sourcepos=\"")
      guard isRow || element.hasPrefix("table_cell sourcepos=\"") else { continue }
      let numbers = element.split(separator: "\"")[1].split { $0 == ":" || $0 == "-" }.compactMap { Int($0) }
      let lines = try #require(file.lines.range(ofLine: numbers[0]))
      if isRow {
        cells[numbers[0]] = []
      } else if numbers[1] > 0 {
        let range = ByteRange(lines.lower + numbers[1] - 1, lines.lower + numbers[3])
        cells[numbers[0]]?.append(file.slice(range).trimmed.string)
      }
    }
    return cells
  }
}
