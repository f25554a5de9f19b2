import SprintModel
import SprintReader
import SprintSource
import Testing

/// Limits that show only while a file is read.
struct LimitsTests {
  private static let header = "| Task ID | Status |\n| --- | --- |\n"

  private func read(_ text: String, _ kind: Limits.Kind, _ limit: Int) -> Sprint {
    var limits = Limits()
    limits[kind] = limit
    let file = SourceFile(path: "SPRINT_10_app.md", bytes: Array(text.utf8))
    return SprintReader(Scanners(limits: limits)).mend(file).sprint
  }

  @Test(arguments: [
    header + "| APP-1-001 | TODO |\n| APP-1-002 | TODO |\n| APP-1-003 | TODO |\n",
    header + "| APP-1-001/002/003 | TODO |\n",
    "### APP-1-1 - a\nStatus: TODO\n\n## Backlog\n- [ ] APP-1-2: b\n- [ ] APP-1-3: c\n",
  ]) func `tasks are counted however they are declared`(text: String) {
    #expect(read(text, .tasks, 3).refusal == nil)
    #expect(read(text, .tasks, 3).tasks.count == 3)
    let refused = read(text, .tasks, 2)
    #expect(refused.refusal.map { [$0.figure, $0.limit] } == [3, 2])
    #expect(refused.refusal?.range != nil)
    #expect(refused.tasks.isEmpty)
  }

  @Test func `dependencies are counted`() {
    let text =
      "| Task ID | Status | Dependencies |\n| --- | --- | --- |\n| A-1-001 | TODO | B-1-1, B-1-2 |\n| A-1-002 | TODO | B-1-1 |\n"
    #expect(read(text, .dependencies, 3).refusal == nil)
    #expect(read(text, .dependencies, 2).refusal.map { [$0.figure, $0.limit] } == [3, 2])
    let statements = "## Decisions & Risks\n- A-1-001 and A-1-002 are done.\n- A-1-003 is done.\n"
    #expect(read(statements, .dependencies, 3).refusal == nil)
    #expect(read(statements, .dependencies, 2).refusal.map { [$0.figure, $0.limit] } == [3, 2])
  }

  @Test func `what a row says of each of its tasks is counted as often`() {
    let row = "| APP-1-001/002 | TODO |"
    let text = Self.header + row + "\n" + row.replacing("APP-1", with: "APP-2") + "\n"
    let single = Self.header + "| APP-1-001 | TODO |\n"
    #expect(read(text, .sharedText, row.utf8.count * 4).refusal == nil)
    #expect(read(text, .sharedText, row.utf8.count * 4 - 1).refusal?.kind == .sharedText)
    #expect(read(single, .sharedText, 1).refusal == nil)
  }

  @Test func `a text that grows too long while it is mended is refused`() {
    let text = "````markdown\n# Sprint 10\n\n\(Self.header)| APP-1-001 | TODO |\n````\n"
    #expect(read(text, .tasks, 1).refusal == nil)
    #expect(read(text, .lineLength, 12).refusal?.kind == .lineLength)
  }
}
