import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

struct DependencyGraphTests {
  @Test func `a task has one edge to each task that it waits for`() {
    let linked = Linked([
      "SPRINT_10_a.md": [
        ("OPS-APP-1-001", "—"), ("OPS-APP-1-002", "Depends on OPS-APP-1-001. Needs 1-001, OPS-APP-1"),
        ("OPS-APP-1-003", "OPS-APP-1-003"),
      ]
    ])
    #expect(linked.edges == ["OPS-APP-1-002 → OPS-APP-1-001", "OPS-APP-1-002 → OPS-APP-1-003"])
    #expect(linked.cycles.isEmpty)
  }

  @Test func `an edge knows the reference that says so`() throws {
    let linked = Linked(["SPRINT_10_a.md": [("OPS-APP-1-001", "—"), ("OPS-APP-1-002", "WEB-UI-1-001, OPS-APP-1-001")]])
    let edge = try #require(linked.workspace.graph.edges.first)
    #expect(edge.task == TaskIndex(sprint: 0, task: 1))
    #expect(linked.workspace.task(edge.task).dependencies[edge.reference].text.value == "OPS-APP-1-001")
  }

  @Test func `a compound row makes edges for each of its tasks, and none inside itself`() {
    let linked = Linked(["SPRINT_10_a.md": [("OPS-APP-1-001", "—"), ("OPS-APP-2-001/002", "OPS-APP-1-001")]])
    #expect(linked.edges == ["OPS-APP-2-001 → OPS-APP-1-001", "OPS-APP-2-002 → OPS-APP-1-001"])
  }

  // MARK: Duplicates

  @Test func `an id that is declared twice is one node with two declarations`() throws {
    let linked = Linked([
      "SPRINT_10_a.md": [
        ("OPS-APP-1-001", "—"), ("OPS-APP-1-002", "OPS-APP-1-001"), ("OPS-APP-1-002", "OPS-APP-1-001"),
      ],
      "SPRINT_11_b.md": [("OPS-APP-1-002", "OPS-APP-1-001, OPS-APP-1-003"), ("OPS-APP-1-003", "—")],
    ])
    let symbols = linked.workspace.symbols
    #expect(Array(symbols.uids) == ["OPS-APP-1-001", "OPS-APP-1-002", "OPS-APP-1-003"])
    let node = try #require(symbols.node("OPS-APP-1-002"))
    #expect(
      symbols.declarations[node] == [
        TaskIndex(sprint: 0, task: 1), TaskIndex(sprint: 0, task: 2), TaskIndex(sprint: 1, task: 0),
      ])
    #expect(linked.workspace.declaration(node) == TaskIndex(sprint: 0, task: 1))
    // Of several references from one task to another, the first makes the edge.
    #expect(linked.edges == ["OPS-APP-1-002 → OPS-APP-1-001", "OPS-APP-1-002 → OPS-APP-1-003"])
  }

  @Test func `a short id that two sprints declare is two nodes`() {
    let linked = Linked(["SPRINT_10_a.md": [("A1", "—")], "SPRINT_11_b.md": [("A1", "—")]])
    #expect(Array(linked.workspace.symbols.uids) == ["SPRINT_10_a#A1", "SPRINT_11_b#A1"])
  }

  @Test func `the states of an id are those of all its declarations`() throws {
    let workspace = Documents.workspace([
      "SPRINT_1.md": "## Tasks\n- [ ] OPS-APP-1-001: a\n- [x] OPS-APP-1-002: b\n",
      "SPRINT_2.md": "## Tasks\n- [x] OPS-APP-1-001: a\n- [x] OPS-APP-1-002: b\n",
    ])
    #expect(workspace.states(try #require(workspace.symbols.node("OPS-APP-1-001"))) == [.todo, .done])
    #expect(workspace.states(try #require(workspace.symbols.node("OPS-APP-1-002"))) == [.done])
  }

  // MARK: Components

  @Test(
    arguments: [
      ([], []),
      ([[]], []),
      ([[1], [0]], [[0, 1]]),
      ([[1], [2], [0]], [[0, 1, 2]]),
      ([[1], [2], []], []),
      ([[1], [0, 2], [3], [2]], [[0, 1], [2, 3]]),
      ([[3], [2], [1], [0]], [[0, 3], [1, 2]]),
      ([[1], [2], [0, 3], [4], [3], []], [[0, 1, 2], [3, 4]]),
    ] as [([[Int]], [[Int]])])
  func `tasks that wait for each other make a component`(_ edges: [[Int]], _ components: [[Int]]) {
    #expect(Linked(waiting: edges).workspace.graph.components() == components)
  }

  @Test func `a chain and a cycle of 100,000 tasks are searched without a deep stack`() {
    let count = 100_000
    let chain = Linked(waiting: (0..<count).map { $0 + 1 < count ? [$0 + 1] : [] })
    #expect(chain.workspace.graph.edges.count == count - 1)
    #expect(chain.workspace.graph.cycles().isEmpty)
    let circle = Linked(waiting: (0..<count).map { [($0 + 1) % count] })
    let cycles = circle.workspace.graph.cycles()
    #expect(cycles.map(\.members.count) == [count])
    #expect(cycles.map(\.path) == [Array(0..<count)])
    #expect(cycles.map(\.cut.count) == [1])
  }
}
