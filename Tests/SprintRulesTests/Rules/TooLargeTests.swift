import SprintModel
import SprintTesting
import Testing

struct TooLargeTests {
  /// A table whose rows have one cell each, under a tracker's headers and `columns - 2` others.
  private static func table(columns: Int, rows: Int) -> String {
    let header = "| Task ID | Status |" + String(repeating: " x |", count: columns - 2)
    let dashes = "|" + String(repeating: "-|", count: columns)
    return ([header, dashes] + (1...rows).map { "| APP-10-\($0) |" }).joined(separator: "\n") + "\n"
  }

  @Test func `a table that fills up to too many cells is refused, and nothing else is said of the file`() {
    let text = Self.table(columns: 1_500, rows: 800)
    #expect(findings("SM902", in: text).map(\.message).count == 1)
    #expect(findings("SM107", in: text) == [])
    #expect(Documents.sprint(text).tasks.isEmpty)
  }

  @Test(arguments: [
    NearMiss("wide", table(columns: 1_000, rows: 20)),
    NearMiss("long", table(columns: 3, rows: 4_000)),
    NearMiss("two that are each small enough", table(columns: 800, rows: 200) + "\n" + table(columns: 800, rows: 200)),
    NearMiss("a line of dashes and no table", String(repeating: "-", count: 4_000) + "\n"),
  ])
  func `a table within the limit is read`(miss: NearMiss) {
    #expect(findings("SM902", in: miss.text) == [])
  }
}
