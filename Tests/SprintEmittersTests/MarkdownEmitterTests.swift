import Foundation
import SprintEmitters
import SprintLinker
import SprintModel
import SprintTemplate
import SprintTesting
import Testing

struct MarkdownEmitterTests {
  private func emitted(_ text: String) -> String {
    String(decoding: MarkdownEmitter.markdown(Documents.workspace(["SPRINT_10_app.md": text])), as: UTF8.self)
  }

  private func compare(_ text: String) {
    let once = emitted(text)
    let changes = ModelOutline(once).lines.sorted().difference(from: ModelOutline(text).lines.sorted())
    #expect(changes.filter { !isAddition($0) }.map(ModelOutline.line) == [])
    let lines = { (text: String) in text.split(separator: "\n").map(String.init) }
    #expect(lines(emitted(once)).difference(from: lines(once)).map(ModelOutline.line) == [])
    #expect(emitted(once) == once)
  }

  /// A directory, a date or a sprint that stands outside the sections becomes a statement of one.
  private func isAddition(_ change: CollectionDifference<String>.Change) -> Bool {
    guard case .insert(_, let line, _) = change else { return false }
    return ["scope **Working directory:** ", "scope **Dates:** ", "dependencies Depends on Sprint "].contains(
      where: line.hasPrefix)
  }

  @Test(arguments: Documents.dialects.map(\.key))
  func `what is emitted reads as what was read`(dialect: String) throws {
    let text = try #require(Documents.dialects.first { $0.key == dialect }?.value)
    #expect(Documents.sprint(text).dialect == dialect)
    compare(text)
  }

  @Test(arguments: Documents.dialects.map(\.key))
  func `what is emitted is in the standard dialect, with all sections in order`(dialect: String) throws {
    let text = emitted(try #require(Documents.dialects.first { $0.key == dialect }?.value))
    #expect(Documents.sprint(text).dialect == "standard")
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(
      headings == [
        "## Topic & Scope", "## Dependencies & Concurrency", "## Documentation Prerequisites", "## Delivery Tracker",
        "## Execution Log", "## Decisions & Risks", "## Next Checkpoints",
      ])
  }

  @Test func `a small tracker is written as the template has it`() {
    let text = """
      # Sprint 12 · Docs

      ## Backlog
      - [x] DOC-12-001: Write `a | b`.
      - [ ] DOC-12-002: Print. Depends on DOC-12-001.

      """
    #expect(
      emitted(text) == """
        # Sprint 12 · Docs

        ## Topic & Scope

        ## Dependencies & Concurrency

        ## Documentation Prerequisites

        ## Delivery Tracker

        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | DOC-12-001 | DONE | — | — | Write `a \\| b`. |
        | 2 | DOC-12-002 | TODO | — | — | Print. Depends on DOC-12-001. |

        ## Execution Log

        | Date (UTC) | Update | Owner |
        | --- | --- | --- |

        ## Decisions & Risks

        ## Next Checkpoints

        """)
  }

  @Test func `several sprints are told apart by their files`() {
    let workspace = Documents.workspace([
      "b/SPRINT_11.md": "# B\n\n## Backlog\n- [ ] B1: one\n", "a/SPRINT_10.md": "# A\n\n## Backlog\n- [ ] A1: one\n",
    ])
    let text = String(decoding: MarkdownEmitter.markdown(workspace), as: UTF8.self)
    let again = Documents.workspace(of: text)
    #expect(again.sprints.map(\.path) == ["a/SPRINT_10.md", "b/SPRINT_11.md"])
    #expect(again.sprints.map { $0.tasks.map(\.uid) } == [["SPRINT_10#A1"], ["SPRINT_11#B1"]])
  }

  @Test(arguments: HostileText.all.map(\.key))
  func `a hostile text reads as what was read`(name: String) throws {
    compare(HostileText.tracker(try #require(HostileText.all.first { $0.key == name }?.value)))
  }

  private static let header =
    "# Sprint 10\n\n## Delivery Tracker\n| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |\n| --- | --- | --- | --- | --- | --- |\n"

  @Test(arguments: [
    "| 1 | A-1-1 | TODO | None | App | Run `a | b`. |\n",
    "| 1 | A-1-1 | TODO | None | App | Run. | more |\n",
    "| 1 | A-1-1 | TODO | None\n",
    "| 1 | A-1-1 | TODO | Waits for\nthe machine | App | Run. |\n",
    "| 1 | A-1-1 | TODO | None | App | Run. |\n\n| 2 | A-1-2 | TODO | A-1-1 | App | Test. |\n",
    "| 1 | A-1-1 | TODO | None | App | Run. |\n> a note\n| 2 | A-1-2 | TODO | A-1-1 | App | Test. |\n",
    "| 1 | A-1-1/2/3 | BLOCKED | `A-2-1`, A-2-2 & words | App<br>Web | Run<br>it. |\n",
    "| 1 | A-1-1 / 2-1 / B-1-1 | BLOCKED by the bank | — | — | |\n",
    "| 1 | A-1-1 | ~~TODO~~ DONE | None | App \\| Web | \\\\| |\n",
    "| 1 | A-1-1 | [x] | None | App |\tRun. |\n| 1 | A-1-2 | [ ] | None | App | Run. |\n",
    "| 1 | A-1-1 | TODO | None | App | Run. |\n| 1 | A-1-1 | DONE | None | App | Run. |\n",
  ])
  func `a damaged table reads as what was read`(rows: String) {
    compare(Self.header + rows)
    compare((Self.header + rows).replacing("\n", with: "\r\n"))
  }

  @Test(arguments: 0..<300)
  func `a generated tracker reads as what was read`(seed: Int) {
    compare(TrackerGenerator.tracker(seed: seed))
  }

  @Test(.enabled(if: !RestoredTrackers.names.isEmpty), arguments: RestoredTrackers.names)
  func `a real tracker reads as what was read`(name: String) throws {
    compare(try RestoredTrackers.text(name))
  }
}

/// Real trackers, where they lie beside the project.
enum RestoredTrackers {
  private static let folder = URL(filePath: Places.project).deletingLastPathComponent().appending(
    path: "shared/seeds/restored")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".md") }.sorted()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
