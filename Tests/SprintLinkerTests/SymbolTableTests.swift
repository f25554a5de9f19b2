import SprintLinker
import Testing

struct SymbolTableTests {
  @Test func `declarations are kept by id, in the order of the sprints`() {
    let linked = Linked([
      "SPRINT_1_a.md": [("APP-1-001", "-"), ("APP-1-002", "-"), ("APP-1-001", "-")],
      "SPRINT_2_b.md": [("APP-1-002", "-"), ("APP-2-001", "-")],
    ])
    let symbols = linked.workspace.symbols
    #expect(Array(symbols.uids) == ["APP-1-001", "APP-1-002", "APP-2-001"])
    #expect(
      symbols.declarations.map(Array.init) == [
        [TaskIndex(sprint: 0, task: 0), TaskIndex(sprint: 0, task: 2)],
        [TaskIndex(sprint: 0, task: 1), TaskIndex(sprint: 1, task: 0)], [TaskIndex(sprint: 1, task: 1)],
      ])
    for (node, uid) in symbols.uids.enumerated() {
      #expect(symbols.node(uid) == node)
      for task in symbols.declarations[node] { #expect(symbols.node(of: task) == node) }
    }
  }
}
