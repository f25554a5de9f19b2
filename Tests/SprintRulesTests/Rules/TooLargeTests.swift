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
    let text = Self.table(columns: 900, rows: 300)
    #expect(findings("SM902", in: text).map(\.message).count == 1)
    #expect(findings("SM107", in: text) == [])
    #expect(Documents.sprint(text).tasks.isEmpty)
  }

  @Test func `while a file is not read, no reference is called unresolved`() {
    let row =
      "## Delivery Tracker\n| Task ID | Status | Dependencies |\n| --- | --- | --- |\n| OPS-1-1 | TODO | APP-10-7 |\n"
    let both = "<!-- file: SPRINT_1_a.md -->\n\(row)<!-- file: SPRINT_2_b.md -->\n"
    #expect(findings("SM402", in: both + "# Nothing\n").count == 1)
    #expect(findings("SM402", in: both + Self.table(columns: 900, rows: 300)) == [])
  }

  @Test func `references that stand for too many tasks together are not followed`() {
    let rows = (1...500).map { "| APP-10-\(1000 + $0) | TODO | APP-10 |\n" }.joined()
    let text = "## Delivery Tracker\n| Task ID | Status | Dependencies |\n| --- | --- | --- |\n" + rows
    #expect(
      findings("SM902", in: text).map(\.message) == [
        "this reference and those after it are not followed: references that mean several things stand for 200500 of them or "
          + "more, and the limit is 200000"
      ])
    #expect(findings("SM402", in: text) == [])
  }

  @Test func `references that may mean very many tasks are not followed either`() {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)
    let ids = (0..<500).map { "\(letters[$0 / 26])\(letters[$0 % 26])-CORE-10-001" }
    let rows = ids.map { "| \($0) | TODO | None |\n" } + (1...500).map { "| OPS-77-\($0) | TODO | CORE-10-001 |\n" }
    let text = "## Delivery Tracker\n| Task ID | Status | Dependencies |\n| --- | --- | --- |\n" + rows.joined()
    #expect(
      findings("SM902", in: text).map(\.message).allSatisfy { $0.contains("that mean several things stand for 200") })
    #expect(findings("SM902", in: text).count == 1)
    #expect((400..<500).contains(findings("SM403", in: text).count))
  }

  @Test(arguments: [
    NearMiss("wide", table(columns: 1_000, rows: 20)),
    NearMiss("long", table(columns: 3, rows: 4_000)),
    NearMiss("two that are small enough", table(columns: 400, rows: 200) + "\n" + table(columns: 400, rows: 200)),
    NearMiss("a line of dashes and no table", String(repeating: "-", count: 4_000) + "\n"),
  ])
  func `a table within the limit is read`(miss: NearMiss) {
    #expect(findings("SM902", in: miss.text) == [])
  }
}
