import SprintDriver
import SprintFormatter
import SprintSource
import Testing

struct SpellingTests {
  private static let header = "## Delivery Tracker\n\n| # | Task ID | Status | Owners |\n| --- | --- | --- | --- |\n"

  /// The status cell of a tracker, formatted.
  private func cell(_ status: String, _ style: LayoutStyle = LayoutStyle(), _ project: Project? = nil) -> String {
    let text = Formatted.text(Self.header + "| 1 | APP-10-001 | \(status) | Ada |\n", style, project)
    let row = text.dropFirst(Self.header.count)
    let start = "| 1 | APP-10-001 |"
    let end = "| Ada |\n"
    guard row.hasPrefix(start), row.hasSuffix(end) else { return text }
    let cell = row.dropFirst(start.count).dropLast(end.count)
    return String(cell.dropFirst().dropLast())
  }

  @Test(arguments: [
    ("Done", "DONE"), ("to do", "TODO"), ("To-Do", "TODO"), ("in-progress", "DOING"), ("IN_PROGRESS", "DOING"),
    ("In Progress", "DOING"), ("In review", "REVIEW"), ("blocked", "BLOCKED"), ("Canceled", "CANCELLED"),
    ("Done (2025-11-25)", "DONE (2025-11-25)"), ("done 2025-11-25", "DONE 2025-11-25"),
    ("**Done** (2025-11-25; merged)", "**DONE** (2025-11-25; merged)"),
    ("**doing (2025-11-25)**", "**DOING (2025-11-25)**"),
    ("`done`", "`DONE`"), ("_in_progress_", "_DOING_"), ("Done – half a year late", "DONE – half a year late"),
    ("Blocked: the key is missing", "BLOCKED: the key is missing"), ("Blocked - no key", "BLOCKED - no key"),
  ])
  func `a standard word gets its standard spelling`(before: String, after: String) {
    #expect(cell(before) == after)
    #expect(cell(after) == after)
  }

  @Test(arguments: [
    // Other words, symbols, boxes, and words beside them.
    "Complete", "Completed", "Planned", "On hold", "Not started", "wip", "✅", "✅ Done", "[x]", "[x] done",
    "🔄 In Progress",
    // What goes on, or is no known status.
    "Blocked by APP-10-002", "Done-ish", "done with open points", "Done 90 %", "In review / QA", "~~todo~~ done",
    "Dnoe", "",
    "[Done](https://example.org)", "[done][]", "Review pending",
  ])
  func `other words stay`(status: String) {
    #expect(cell(status) == status)
  }

  @Test func `words of the house stay, and words that the house means otherwise`() throws {
    let yaml = "vocabulary: {states: {done: [Erledigt, Fertig], doing: [Review]}}\n"
    let project = Project(try ConfigurationReader.read(SourceFile(path: ".sprintmark.yml", bytes: Array(yaml.utf8))))
    for word in ["Erledigt", "fertig (2025-11-02)", "Review"] { #expect(cell(word, LayoutStyle(), project) == word) }
    #expect(cell("done", LayoutStyle(), project) == "DONE")
  }

  @Test func `words stay where that is wanted, and dates are spelled all the same`() {
    var style = LayoutStyle()
    style.statuses = false
    #expect(cell("Done (2025/11/05)", style) == "Done (2025-11-05)")
  }

  @Test(arguments: [
    ("DONE (2025/11/05)", "DONE (2025-11-05)"), ("DONE (2025.11.5; merged)", "DONE (2025-11-05; merged)"),
    ("Complete – 2025-1-5", "Complete – 2025-01-05"),
  ])
  func `a date gets its standard spelling`(before: String, after: String) {
    #expect(cell(before) == after)
  }

  @Test(arguments: [
    "DONE (05/11/2025)", "DONE (11.05.2025)", "DONE (2025/02/30)", "DONE (2025/11-05)", "DONE (2025/11/051)",
    "DONE (2025/11/05/7)", "Deferred to 2025/11/05", "DONE (v2025.11.05)", "DONE (see 7 and 2025/11/05)",
    "DONE (25/11/05)",
  ])
  func `what may be no date, or another one, stays`(status: String) {
    #expect(cell(status) == status)
  }

  @Test func `fields are spelled, titles and prose are not`() {
    let text = """
      # Done

      ## Tasks

      ### APP-10-001 - Build ✅ Done

      **Status:** in progress **Owners:** Ada
      Status: done

      ### APP-10-002 - Done

      - **Status**: Done (2025/11/05)
      - State: it is done

      Done is done: todo.

      """
    #expect(
      Formatted.text(text)
        == text.replacing("**Status:** in progress", with: "**Status:** DOING")
        .replacing("**Status**: Done (2025/11/05)", with: "**Status**: DONE (2025-11-05)"))
  }

  @Test func `dates of the log are spelled in its date column alone`() {
    let text = """
      ## Execution Log

      | Date (UTC) | Update | Owner |
      | --- | --- | --- |
      | 2025/11/05 | Due 2025/11/06. | Ada |
      | **2025.11.5** | 2025/11/05 | Ada |
      | 2025/11/05 14:00 | 1 | Ada |
      | 5/11/2025 | 2 | Ada |

      """
    #expect(
      Formatted.text(text)
        == text.replacing("| 2025/11/05 | Due", with: "| 2025-11-05 | Due").replacing("2025.11.5", with: "2025-11-05"))
  }

  @Test func `rows that declare several tasks share one edit`() {
    #expect(
      Formatted.text(Self.header + "| 1 | APP-10-001/002 | done | Ada |\n")
        == Self.header + "| 1 | APP-10-001/002 | DONE | Ada |\n")
  }
}
