import SprintMarkdown
import SprintModel
import SprintSource
import SprintTesting
import Testing

@testable import SprintReader

struct BlockFieldsTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let values: [Vocabulary.Column: String]
    var testDescription: String { text }

    init(_ text: String, _ values: [Vocabulary.Column: String]) {
      self.text = text
      self.values = values
    }
  }

  @Test(arguments: [
    Example("Status: DONE\nOwners: Ada", [.status: "DONE", .owners: "Ada"]),
    Example("**Status:** DONE\n**Owner**: Ada", [.status: "DONE", .owners: "Ada"]),
    // Several on one line.
    Example(
      "**Status:** DONE **Assignee:** Ada **Estimate:** 0.5 days",
      [.status: "DONE", .owners: "Ada", .estimate: "0.5 days"]),
    Example(
      "**Estimated**: 2 h | **Status**: Pending | **Depends on**: 2.1",
      [.estimate: "2 h", .status: "Pending", .dependencies: "2.1"]),
    Example("Status: Pending | Priority: Low | Area: ui", [.status: "Pending", .priority: "Low | Area: ui"]),
    // Only what is in bold, or stands behind a pipe, begins another field.
    Example("Status: DONE, Owner: Ada", [.status: "DONE, Owner: Ada"]),
    // Bullets.
    Example("- **Assignee**: Ada\n- **Dependencies**: A1", [.owners: "Ada", .dependencies: "A1"]),
    Example("- Status: DONE\n- Estimate: 2 d", [.status: "DONE", .estimate: "2 d"]),
    // A line that only announces.
    Example("Task description:\n- One.\n- Two.\n", [.definition: "- One.\n- Two."]),
    Example("Task description:\nOne line.\nAnother line.\n", [.definition: "One line.\nAnother line."]),
    Example("Owners:\nAda\nStatus: DONE\n", [.owners: "Ada", .status: "DONE"]),
    Example("**Prerequisites**:\n- A1\n- A2\n", [.dependencies: "- A1\n- A2"]),
    Example("- **Dependencies:**\n  - A1\n  - A2\n", [.dependencies: "- A1\n  - A2"]),
    Example("Task description:\nOne.\n\n```\nTwo.\n```\n", [.definition: "One.\n\n```\nTwo.\n```"]),
    // The first of two counts, and an empty one does not.
    Example(
      "Task description:\nOne.\n\nStatus: DONE\n\nTask description:\nTwo.\n",
      [.definition: "One.", .status: "DONE"]),
    Example("Status: DONE\nStatus: TODO", [.status: "DONE"]),
    Example("Status:\n\nStatus: TODO", [.status: "TODO"]),
    // Comments, such as the hints of a template, state nothing.
    Example("Owners:\n<!-- who -->\nAda", [.owners: "Ada"]),
    Example("Depends on: <!-- ids -->\n", [:]),
    Example("Dependencies:\n\n<!--\nWhat must be there before?\n-->\n\nNone\n", [.dependencies: "None"]),
    Example("Status: DONE <!-- at last -->", [.status: "DONE"]),
    // In a quote, where somebody else speaks; between notes.
    Example("> Status: DONE\n", [:]),
    Example("Status: DONE\n\n> 2026-01-05: a note\n\nOwners: Ada", [.status: "DONE", .owners: "Ada"]),
    // Full-width.
    Example("Status：DONE", [.status: "DONE"]),
    // No fields.
    Example("Text about the status of things.", [:]), Example("Colour: red", [:]),
    Example("- [ ] Status: DONE", [:]), Example("| Status: | DONE |", [:]), Example("    Status: DONE", [:]),
  ])
  func `fields are lines, bullets and what is announced`(_ example: Example) {
    let context = Context(example.text)
    let fields = BlockFields(context.document.blocks, context.reading)
    var found: [Vocabulary.Column: String] = [:]
    for column in Vocabulary.Column.allCases { found[column] = context.text(fields.value(of: column)) }
    #expect(found == example.values)
  }

  @Test(arguments: [
    ("Completion criteria:\n- [x] One\n- [ ] Two\n- Three\n", ["x One", "_ Two", "_ Three"]),
    ("**Acceptance Criteria**:\n1. [X] One\n2. Two\n", ["x One", "_ Two"]),
    ("- **Acceptance**:\n  - [x] One\n  - [ ] Two\n", ["x One", "_ Two"]),
    ("**Acceptance:** [x] One<br>Two<br/>[ ] Three", ["x One", "_ Two", "_ Three"]),
    ("Done when:\n- One\n  goes on\n", ["_ One\n  goes on"]),
    (
      "Completion criteria:\n\n- [x] One\n\n- [ ] not announced any more? It is one list.\n",
      [
        "x One", "_ not announced any more? It is one list.",
      ]
    ),
    // A second list belongs to nothing that was announced.
    ("Completion criteria:\n- [x] One\n\nText.\n\n- [ ] Two\n", ["x One"]),
    ("- [x] One\n- [ ] Two\n", []),
  ])
  func `criteria are announced`(_ text: String, _ expected: [String]) {
    let context = Context(text)
    let fields = BlockFields(context.document.blocks, context.reading)
    #expect(fields.criteria.map { ($0.isDone ? "x " : "_ ") + $0.text.value } == expected)
  }

  @Test(arguments: [
    ("- [ ] T1: One\n- [x] T2: Two\n", 1), ("Completion criteria:\n- [ ] One\n", 0), ("- **Owner**: Ada\n", 0),
    ("Tasks below:\n\n- [ ] T1: One\n\ntext\n\n- [ ] T2: Two\n", 2),
  ])
  func `lists that are no part of a field are left for tasks`(_ text: String, _ count: Int) {
    let context = Context(text)
    #expect(BlockFields(context.document.blocks, context.reading).otherLists.count == count)
  }

  @Test(arguments: [
    ("Status: x", true), ("Owner: Ada", true), ("Depends on: A1", true), ("Estimate: 2 d", true),
    ("Done when:\n- it works\n", true), ("Notes: x", false), ("Description: x", false), ("Text.", false),
  ])
  func `some fields are only those of tasks`(_ text: String, _ expected: Bool) {
    let context = Context(text)
    #expect(BlockFields(context.document.blocks, context.reading).describesTask == expected)
  }

  @Test func `the line of a plan group lists ids`() {
    let context = Context("Tasks: OPS-1-001 (3 d), -002 (2 d)\nStatus: DONE")
    let fields = BlockFields(context.document.blocks, context.reading)
    #expect(context.text(fields.tasks) == "OPS-1-001 (3 d), -002 (2 d)")
    #expect(fields.value(of: .tasks) == nil)
  }
}
