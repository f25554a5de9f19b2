import SprintRules
import SprintSource
import SprintTesting
import Testing

struct RowNumberTests {
  /// A tracker whose rows have these labels and, where given, states.
  private static func table(_ labels: String..., states: [String] = [], end: String = "") -> String {
    var text = """
      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |

      """
    for (index, label) in labels.enumerated() {
      let state = index < states.count ? states[index] : "TODO"
      text += "| \(label) | APP-10-\(101 + index) | \(state) | None | App Guild | Build. |\n"
    }
    return text + end
  }

  @Test(arguments: [
    Case("a number that stands twice", table("1", "2", "2", "3"), ("row number 2 stands twice", "2")),
    Case(
      "several", table("1", "2", "2", "3", "3", "4", "4"),
      ("row number 2 stands twice, and so do 2 other numbers", "2")),
    Case("a row in the wrong place", table("1", "2", "5", "3", "4"), ("row number 3 stands after 5", "3")),
    Case("beside preparation rows", table("P1", "P2", "1", "1"), ("row number 1 stands twice", "1")),
    Case(
      "in each of two tables once", table("1", "1") + "\n" + table("4", "4").replacing("APP-10", with: "APP-11"),
      ("row number 1 stands twice", "1"), ("row number 4 stands twice", "4")),
    Case(
      "in a row behind a gap", table("1", "2", end: "\n| 2 | APP-10-109 | TODO | None | App Guild | Ship. |\n"),
      ("row number 2 stands twice", "2")),
  ])
  func `a number that is not the row's is found`(sample: Case) {
    #expect(findings("SM106", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("in order", table("1", "2", "3")),
    NearMiss("with gaps", table("1", "4", "9")),
    NearMiss("from the newest to the oldest", table("5", "4", "3", "2", "1")),
    NearMiss("sorted by state", table("4", "5", "1", "2", "3", states: ["DOING", "DOING", "TODO", "TODO", "TODO"])),
    NearMiss("each part counted anew", table("1", "2", "3", "1", "2")),
    NearMiss("the last part with one row", table("1", "2", "1")),
    NearMiss("two tables", table("1", "2") + "\n" + table("1", "2").replacing("APP-10", with: "APP-11")),
    NearMiss("names of issues", table("1811", "1807", "1813", "1815")),
    NearMiss("labels of another form", table("1", "1a", "1b", "2")),
    NearMiss("preparation rows", table("P1", "P2", "P1", "1", "2")),
    NearMiss("no labels", table("", "", "")),
  ])
  func `numbers that mean something stay`(miss: NearMiss) {
    #expect(findings("SM106", in: miss.text) == [])
  }

  @Test func `the rows are numbered anew`() throws {
    #expect(fixed("SM106", Self.table("1", "2", "2", "3")) == Self.table("1", "2", "3", "4"))
    #expect(fixed("SM106", Self.table("P1", "5", "5", "7")) == Self.table("P1", "5", "6", "7"))
    let fix = try #require(diagnostics("SM106", in: Self.table("1", "1")).first?.fixes.first)
    #expect(fix.applicability == .safe)
  }

  @Test func `numbers that the text speaks of are not changed unasked`() throws {
    let text = Self.table("1", "2", "2", "3") + "\nRow 3 waits for #2.\n"
    #expect(try #require(diagnostics("SM106", in: text).first?.fixes.first).applicability == .unsafe)
  }

  @Test func `rows that are no tasks keep the numbers as they are`() {
    let text =
      Self.table("1", "2", "2")
      + "| 3 | to come | TODO | None | App Guild | Ship. |\n| 4 | APP-10-109 | TODO | None | App | X. |\n"
    #expect(diagnostics("SM106", in: text).map(\.fixes.count) == [0])
  }
}
