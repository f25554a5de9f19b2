import SprintFormatter
import SprintSource
import Testing

struct TableLayoutTests {
  private func aligned(_ text: String) -> String {
    var style = LayoutStyle()
    style.align = true
    return Formatted.text(text, style)
  }

  @Test(arguments: [
    ("|A|B|\n|-|-|\n|1|2|\n", "| A | B |\n| --- | --- |\n| 1 | 2 |\n"),
    ("| A  |\tB |\n|:-|--:|\n|  1 | 2 |\n", "| A | B |\n| :--- | ---: |\n| 1 | 2 |\n"),
    ("A | B\n:-: | -\n1 | 2\n", "| A | B |\n| :---: | --- |\n| 1 | 2 |\n"),
    ("| A | B\n|---|---\n1 | 2 |\n", "| A | B |\n| --- | --- |\n| 1 | 2 |\n"),
    ("|A||\n|---|-----|\n||   |\n", "| A | |\n| --- | --- |\n| | |\n"),
    ("  |A|B|\n  |-|-|\n |1|2|\n", "  | A | B |\n  | --- | --- |\n | 1 | 2 |\n"),
    ("|A|B|\n|-|-|\n|`a\\|b`|c\\|d|\n", "| A | B |\n| --- | --- |\n| `a\\|b` | c\\|d |\n"),
    ("|A|B|\n|-|-|\n|1|a <!-- b -->|\n", "| A | B |\n| --- | --- |\n| 1 | a <!-- b --> |\n"),
    ("|A|B|\n|-|-|\n|C:\\ |D\\\n", "| A | B |\n| --- | --- |\n| C:\\ | D\\ |\n"),
    ("|A|\n|-|\n|1|\n", "| A |\n| --- |\n| 1 |\n"),
    ("\u{FEFF}|A|B|\n|-|-|\n", "\u{FEFF}| A | B |\n| --- | --- |\n"),
    ("Text\n|A|B|\n|-|-|\n", "Text\n\n| A | B |\n| --- | --- |\n"),
  ])
  func `rows get pipes and one blank around each cell`(before: String, after: String) {
    #expect(Formatted.text(before) == after)
  }

  @Test(arguments: [
    // A row with too few cells, one with too many, and what most likely is no row.
    "|A|B|\n|-|-|\n|1|\n", "|A|B|\n|-|-|\n|1|2|3|\n", "|A|B|\n|-|-|\n|`a|b`|2|\n", "|A|\n|-|\nText below.\n",
    "|A|B|\n|-|-|\n|1|2|\nText below.\n",
    // In a list, in a quote.
    "- a\n\n  |A|B|\n  |-|-|\n", "> |A|B|\n> |-|-|\n",
  ])
  func `a table that is not plain stays as it is`(text: String) {
    #expect(Formatted.text(text) == text)
  }

  @Test func `only the table with the broken row is left, and it is named`() {
    let header = "| # | Task ID | Status | Owners |\n|---|---|---|---|\n"
    let text =
      "## Delivery Tracker\n\n\(header)|1|APP-10-001|todo|Ada|\n\n> A note\n\n|2|APP-10-002|todo|Ada|\n\n## More\n\n|A|B|\n|-|-|\n"
    let file = Formatted.file(Array(text.utf8))
    #expect(Formatted.text(text) == text.replacing("|A|B|\n|-|-|", with: "| A | B |\n| --- | --- |"))
    #expect(file.leftTables.map(\.lower) == [21])
  }

  @Test func `a table without outer pipes that holds tasks keeps its form`() {
    let text =
      "## Tasks\n\nTask ID|State|Task description\n-|-|-\nAPP-10-001|done|Build it.\n|APP-10-002|todo|Test it.|\n"
    #expect(
      Formatted.text(text)
        == """
        ## Tasks

        Task ID | State | Task description
        --- | --- | ---
        APP-10-001 | DONE | Build it.
        | APP-10-002 | TODO | Test it. |

        """)
  }

  @Test(arguments: [
    (
      "|A|Long name|\n|-|:-:|\n|構築|x|\n||👩‍👩‍👧|\n",
      "| A    | Long name |\n| ---- | :-------: |\n| 構築 |     x     |\n|      |    👩‍👩‍👧     |\n"
    ),
    (
      "|A|B|\n|-:|:-|\n|e\u{301}|1234|\n|🇩🇪 ✔️|1|\n",
      "|     A | B    |\n| ----: | :--- |\n|     e\u{301} | 1234 |\n| 🇩🇪 ✔️ | 1    |\n"
    ),
    ("שלום|B\n-|-\nא|مرحبا\n", "| שלום | B     |\n| ---- | ----- |\n| א    | مرحبا |\n"),
  ])
  func `columns are padded by what they take on a display`(before: String, after: String) {
    #expect(aligned(before) == after)
    #expect(aligned(after) == after)
    // Without padding again, nothing is left of it.
    #expect(Formatted.text(after) == Formatted.text(before))
  }

  @Test func `a word that is spelled anew is padded as it will be`() {
    let text =
      "## Tasks\n\n| Task ID | Status |\n| --- | --- |\n| APP-10-001 | in progress |\n| APP-10-002 | Done (2025/1/5) |\n"
    #expect(
      aligned(text)
        == """
        ## Tasks

        | Task ID    | Status            |
        | ---------- | ----------------- |
        | APP-10-001 | DOING             |
        | APP-10-002 | DONE (2025-01-05) |

        """)
  }

  @Test func `one long cell does not blow up all rows`() throws {
    let long = String(repeating: "x", count: 5_000)
    let rows = String(repeating: "|a|b|\n", count: 1_000)
    let after = aligned("|A|B|\n|-|-|\n|\(long)|b|\n\(rows)")
    #expect(after.utf8.count < 200_000)
    #expect(after.hasSuffix("| a\(String(repeating: " ", count: 79)) | b   |\n"))
  }
}
