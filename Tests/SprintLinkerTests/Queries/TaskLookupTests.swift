import SprintLinker
import SprintTesting
import Testing

struct TaskLookupTests {
  private static let workspace = Linked([
    "SPRINT_10_a.md": [("OPS-APP-57-001/002", "None"), ("D1", "None"), ("WEB-57-001", "None"), ("UI-1-9", "None")],
    "SPRINT_11_b.md": [("D1", "None"), ("OPS-APP-58-001", "None"), ("OPS-APP-57-001", "None")],
  ]).workspace

  private func names(_ nodes: [Int]) -> [String] { nodes.map { Self.workspace.symbols.uids[$0] } }

  @Test(arguments: [
    ("OPS-APP-57-001", ["OPS-APP-57-001"]), ("ops-app-57-001", ["OPS-APP-57-001"]),
    ("OPS‑APP‑57‑001", ["OPS-APP-57-001"]), ("APP-57-002", ["OPS-APP-57-002"]), ("58-001", ["OPS-APP-58-001"]),
    ("OPS-APP-57-001/002", ["OPS-APP-57-001", "OPS-APP-57-002"]), ("D1", ["SPRINT_10_a#D1", "SPRINT_11_b#D1"]),
    ("d1", ["SPRINT_10_a#D1", "SPRINT_11_b#D1"]), ("SPRINT_11_b#D1", ["SPRINT_11_b#D1"]), ("UI", ["UI-1-9"]),
    ("OPS-APP-58", ["OPS-APP-58-001"]), ("9", ["UI-1-9"]),
  ])
  func `a name is found`(name: String, uids: [String]) {
    guard case .found(let nodes) = Self.workspace.tasks(named: name) else { return #expect(Bool(false), "not found") }
    #expect(names(nodes) == uids)
  }

  @Test(arguments: [
    ("57-001", ["OPS-APP-57-001", "WEB-57-001"]), ("OPS-APP-57", ["OPS-APP-57-001", "OPS-APP-57-002"]),
    ("OPS", ["OPS-APP-57-001", "OPS-APP-57-002", "OPS-APP-58-001"]),
  ])
  func `a name that may mean several is not decided`(name: String, uids: [String]) {
    guard case .ambiguous(let nodes) = Self.workspace.tasks(named: name) else { return #expect(Bool(false), "decided") }
    #expect(names(nodes) == uids)
  }

  @Test(arguments: ["", "7-001", "OPS-APP-57-003", "OPS-AP", "#D1", "-", " D1"]) func `other names are unknown`(
    name: String
  ) {
    #expect(Self.workspace.tasks(named: name) == .unknown)
  }
}
