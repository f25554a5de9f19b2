import SprintModel
import SprintSource
import SprintTesting
import Testing

struct SuppressionReaderTests {
  private static func read(_ text: String) -> [String] {
    Documents.sprint(text).suppressions.map { comment in
      let rules = comment.rules.map(\.value).joined(separator: "+")
      return "\(comment.kind?.rawValue ?? "?\(comment.word.value)") \(rules) [\(comment.reason?.value ?? "")]"
    }
  }

  @Test(arguments: [
    ("<!-- sprintmark-disable-line SM304: waits for Ada -->", ["disable-line SM304 [waits for Ada]"]),
    ("<!-- sprintmark-disable-next-line stale-block -->", ["disable-next-line stale-block []"]),
    ("<!--sprintmark-disable SM304,SM305 split-row-->", ["disable SM304+SM305+split-row []"]),
    ("<!-- sprintmark-enable -->", ["enable  []"]),
    ("<!-- sprintmark-disable-file SM105: an old house: no log -->", ["disable-file SM105 [an old house: no log]"]),
    ("<!-- sprintmark-disable-line: no rule -->", ["disable-line  [no rule]"]),
    ("<!-- sprintmark-disable-lines SM304 -->", ["?disable-lines SM304 []"]),
    ("<!--\nsprintmark-disable\n  SM304:\n  a long\n  reason\n-->", ["disable SM304 [a long\n  reason]"]),
    ("| a | b <!-- sprintmark-disable-line SM101 --> |", ["disable-line SM101 []"]),
    (
      "<!-- sprintmark-disable SM304 --> x <!-- sprintmark-enable SM304 -->",
      ["disable SM304 []", "enable SM304 []"]
    ),
    ("<!-- sprintmark-disable SM304 <!-- sprintmark-enable SM304 -->", ["enable SM304 []"]),
    ("a <!-- sprintmark-disable SM304:\nwhy --> b", ["disable SM304 [why]"]),
    ("- a\n  - <!-- sprintmark-disable SM304:\n    why --> b\n", ["disable SM304 [why]"]),
    ("<!-- x <!-- sprintmark-disable SM304 --> -->", ["disable SM304 []"]),
  ])
  func `a comment to the linter is read`(text: String, comments: [String]) {
    #expect(Self.read(text + "\n") == comments)
  }

  @Test(arguments: [
    "<!-- sprintmark:begin tree -->", "<!-- markdownlint-disable MD013 -->", "sprintmark-disable SM304",
    "<!-- sprintmark-disable SM304", "`<!-- sprintmark-disable SM304 -->`",
    // Not in one block.
    "a <!-- sprintmark-disable SM304:\n- why -->", "- <!-- sprintmark-disable SM304:\n- why -->",
    "a <!-- sprintmark-disable SM304:\n\nwhy -->",
    "```\n<!-- sprintmark-disable SM304 -->\n```", "<!-- see sprintmark-disable SM304 -->",
  ])
  func `others are none`(text: String) {
    #expect(Self.read(text + "\n") == [])
  }

  @Test func `the slice of each value is its text`() throws {
    let text = "# A\n\n<!-- sprintmark-disable-line SM304, split-row: why not -->\n"
    let comment = try #require(Documents.sprint(text).suppressions.first)
    let bytes = Bytes(text)
    for value in comment.rules + [comment.word] + [comment.reason].compactMap(\.self) {
      #expect(bytes.at(value.range).string == value.value)
    }
    #expect(bytes.at(comment.range).string == "<!-- sprintmark-disable-line SM304, split-row: why not -->")
  }

  @Test func `words of a comment are not the tracker's`() throws {
    let sprint = Documents.sprint(
      """
      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | APP-10-001 | TODO <!-- BLOCKED --> | None <!-- APP-10-009 --> | Ada <!-- Ben --> | Build. <!-- sprintmark-disable-line SM304: depends on APP-10-002 --> |
      """)
    let task = try #require(sprint.tasks.first)
    #expect(task.state == .todo)
    #expect(task.owners.map(\.name.value) == ["Ada"])
    #expect(task.dependencies.filter { $0.kind != .none } == [])
    #expect(task.definition?.value == "Build.")
  }
}
