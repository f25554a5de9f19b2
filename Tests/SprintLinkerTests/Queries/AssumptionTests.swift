import SprintLinker
import SprintModel
import SprintTesting
import Testing

struct AssumptionTests {
  private static let text = """
    | # | Task ID | Status | Key dependency / next step |
    | --- | --- | --- | --- |
    | 1 | A-1-1 | DOING | None |
    | 2 | A-1-2 | TODO | A-1-1 |
    | 3 | A-1-3 | BLOCKED | A-1-1 |
    | 4 | A-1-4 | BLOCKED | A-1-1 + a key |
    | 5 | A-1-5 | TODO | A-1-2 |
    | 6 | A-1-6 | TODO | None |
    | 7 | A-1-7 | BLOCKED (no licence) | A-1-1 |
    """

  private func changes(_ names: String...) -> [String] {
    let workspace = Documents.workspace(of: Self.text)
    let assumption = Assumption(workspace, done: names.compactMap(workspace.symbols.node))
    return workspace.sprints[0].tasks.indices.compactMap { place in
      assumption.change(of: TaskIndex(sprint: 0, task: place)).map {
        "\(workspace.sprints[0].tasks[place].uid) \($0.rawValue)"
      }
    }
  }

  @Test func `what follows from a task's end is told, and what was so before is not`() {
    #expect(changes() == [])
    #expect(changes("A-1-1") == ["A-1-2 ready", "A-1-3 unblocked"])
    #expect(changes("A-1-2") == ["A-1-5 ready"])
    #expect(changes("A-1-1", "A-1-2") == ["A-1-3 unblocked", "A-1-5 ready"])
    #expect(changes("A-1-6") == [])
  }
}
