import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

struct ReferenceResolverTests {
  @Test func `an id is found exactly, in its own sprint and in others`() {
    let linked = Linked([
      "SPRINT_10_a.md": [("OPS-APP-1-001", "—"), ("OPS-APP-1-002", "OPS-APP-1-001, WEB-UI-2-001")],
      "SPRINT_11_b.md": [("WEB-UI-2-001", "OPS-APP-1-001")],
    ])
    #expect(linked.resolutions(of: "OPS-APP-1-002") == ["exact OPS-APP-1-001", "exact WEB-UI-2-001"])
    #expect(linked.resolutions(of: "WEB-UI-2-001") == ["exact OPS-APP-1-001"])
    #expect(
      linked.edges == [
        "OPS-APP-1-002 → OPS-APP-1-001", "OPS-APP-1-002 → WEB-UI-2-001", "WEB-UI-2-001 → OPS-APP-1-001",
      ])
  }

  @Test func `a short id belongs to its sprint`() {
    let linked = Linked([
      "SPRINT_10_a.md": [("A1", "—"), ("A2", "A1")],
      "SPRINT_11_b.md": [("A1", "—"), ("A3", "A1")],
    ])
    #expect(linked.resolutions(of: "SPRINT_10_a#A2") == ["exact SPRINT_10_a#A1"])
    #expect(linked.resolutions(of: "SPRINT_11_b#A3") == ["exact SPRINT_11_b#A1"])
  }

  // MARK: Shorthand

  struct Shorthand: Sendable, CustomTestStringConvertible {
    let written: String
    let row: String
    let ids: [String]
    let resolutions: [String]
    var testDescription: String { "\(written) in the row of \(row)" }

    init(_ written: String, in row: String, among ids: [String], _ resolutions: [String]) {
      self.written = written
      self.row = row
      self.ids = ids
      self.resolutions = resolutions
    }
  }

  @Test(arguments: [
    // The rows of the catalogue.
    Shorthand(
      "Depends on 32-001", in: "DEVOPS-ORCH-33-001", among: ["DEVOPS-ORCH-32-001"], ["shorthand DEVOPS-ORCH-32-001"]),
    Shorthand(
      "56-CI-001", in: "MIRROR-CRT-56-002", among: ["MIRROR-CRT-56-CI-001"], ["shorthand MIRROR-CRT-56-CI-001"]),
    Shorthand("47-001", in: "DEVOPS-TEN-48-001", among: ["DEVOPS-TEN-47-001"], ["shorthand DEVOPS-TEN-47-001"]),
    Shorthand(
      "56-002 + AIRGAP-TIME-57-001", in: "MIRROR-CRT-57-001",
      among: ["MIRROR-CRT-56-002", "WEB-1-001 / AIRGAP-TIME-57-001"],
      ["shorthand MIRROR-CRT-56-002", "exact AIRGAP-TIME-57-001"]),
    Shorthand(
      "SCAN-DETER-186-009/010", in: "A-1-1", among: ["SCAN-DETER-186-009", "SCAN-DETER-186-010"],
      ["exact SCAN-DETER-186-009", "list SCAN-DETER-186-010"]),
    Shorthand(
      "DEVOPS-TEN-47-001/48-001", in: "A-1-1", among: ["DEVOPS-TEN-47-001", "DEVOPS-TEN-48-001"],
      ["exact DEVOPS-TEN-47-001", "list DEVOPS-TEN-48-001"]),
    Shorthand(
      "PACKS-42-001/-002", in: "A-1-1", among: ["PACKS-42-001/002"], ["exact PACKS-42-001", "list PACKS-42-002"]),
    Shorthand(
      "PACKS-42-001, -402", in: "A-1-1", among: ["PACKS-42-001/402"], ["exact PACKS-42-001", "list PACKS-42-402"]),
    Shorthand(
      "MIRROR-CRT-57/58", in: "A-1-1", among: ["MIRROR-CRT-57-001/002", "MIRROR-CRT-58-001"],
      ["prefix MIRROR-CRT-57-001 MIRROR-CRT-57-002", "prefix MIRROR-CRT-58-001"]),
    Shorthand(
      "OAS-61/62/63", in: "A-1-1", among: ["OAS-61-001", "OAS-62-001/002", "OAS-63-001"],
      ["prefix OAS-61-001", "prefix OAS-62-001 OAS-62-002", "prefix OAS-63-001"]),
    Shorthand(
      "OAS-61/62", in: "A-1-1", among: ["OAS-61-001", "OAS-62-001", "WEB-UI-62"],
      ["prefix OAS-61-001", "prefix OAS-62-001"]),
    // The longest part of the row's id that can be kept is kept.
    Shorthand("2-001", in: "OPS-APP-1-009", among: ["OPS-2-001", "OPS-APP-2-001"], ["shorthand OPS-APP-2-001"]),
    Shorthand("2-001", in: "OPS-APP-1-009", among: ["OPS-2-001"], ["shorthand OPS-2-001"]),
    Shorthand(
      "1-001", in: "OPS-APP-1-1-009", among: ["OPS-APP-1-001", "OPS-APP-1-1-001"], ["shorthand OPS-APP-1-1-001"]),
    // The one id that ends so.
    Shorthand("7-001", in: "OPS-APP-1-009", among: ["WEB-UI-7-001"], ["shorthand WEB-UI-7-001"]),
    Shorthand(
      "7-001", in: "OPS-APP-1-009", among: ["WEB-UI-7-001", "CLI-UI-7-001"], ["ambiguous WEB-UI-7-001 CLI-UI-7-001"]),
    Shorthand("UI-7-001", in: "OPS-APP-1-009", among: ["WEB-UI-7-001"], ["shorthand WEB-UI-7-001"]),
    // An end begins at a hyphen.
    Shorthand("7-001", in: "OPS-APP-1-009", among: ["WEB-UI-17-001"], ["unresolved 7-001"]),
    Shorthand("WEB-UI-7-001", in: "OPS-APP-1-009", among: ["WEB-UI-7-0010"], ["unresolved WEB-UI-7-001"]),
    // Nothing that fits.
    Shorthand("WEB-UI-7-001", in: "OPS-APP-1-009", among: [], ["unresolved WEB-UI-7-001"]),
    Shorthand("7-001", in: "OPS-APP-1-009", among: [], ["unresolved 7-001"]),
    Shorthand("WEB-7", in: "OPS-APP-1-009", among: ["WEB-70-001"], ["unresolved WEB-7"]),
    // In a list, what is missing is named in full.
    Shorthand(
      "SCAN-DETER-186-009/010", in: "A-1-1", among: ["SCAN-DETER-186-009"],
      ["exact SCAN-DETER-186-009", "unresolved SCAN-DETER-186-010"]),
    Shorthand(
      "SCAN-DETER-186-009/010", in: "A-1-1", among: ["SCAN-DETER-186-010"],
      ["unresolved SCAN-DETER-186-009", "list SCAN-DETER-186-010"]),
    Shorthand(
      "WEB-UI-7-001/8-001", in: "A-1-1", among: ["WEB-UI-7-001", "WEB-8-001"], ["exact WEB-UI-7-001", "list WEB-8-001"]),
    Shorthand(
      "WEB-UI-7-001/9-001", in: "A-1-1", among: ["WEB-UI-7-001", "CLI-9-001"],
      ["exact WEB-UI-7-001", "shorthand CLI-9-001"]),
    // A list goes on from what its first entry means.
    Shorthand(
      "2-001/002", in: "OPS-APP-1-009", among: ["OPS-APP-2-001/002"], ["shorthand OPS-APP-2-001", "list OPS-APP-2-002"]),
    // A prefix in the row of one of its own means the others.
    Shorthand("OPS-APP-1", in: "OPS-APP-1-009", among: ["OPS-APP-1-001/002"], ["prefix OPS-APP-1-001 OPS-APP-1-002"]),
  ])
  func `shorthand is resolved`(_ example: Shorthand) {
    let linked = Linked(["SPRINT_10_a.md": [(example.row, example.written)] + example.ids.map { ($0, "—") }])
    #expect(linked.resolutions(of: example.row) == example.resolutions)
    // The same where the others stand in another sprint.
    let apart = Linked([
      "SPRINT_10_a.md": [(example.row, example.written)], "SPRINT_11_b.md": example.ids.map { ($0, "—") },
    ])
    #expect(apart.resolutions(of: example.row) == example.resolutions)
  }

  @Test func `the own sprint comes before the others`() {
    // The other sprint's id would keep the longer part.
    let kept = Linked([
      "SPRINT_10_a.md": [("OPS-APP-1-009", "2-001"), ("OPS-2-001", "—")],
      "SPRINT_11_b.md": [("OPS-APP-2-001", "—")],
    ])
    #expect(kept.resolutions(of: "OPS-APP-1-009") == ["shorthand OPS-2-001"])
    // Of two ids with the same end, the own sprint's is meant.
    let ends = Linked([
      "SPRINT_10_a.md": [("OPS-APP-1-009", "7-001"), ("WEB-UI-7-001", "—")],
      "SPRINT_11_b.md": [("CLI-UI-7-001", "—")],
    ])
    #expect(ends.resolutions(of: "OPS-APP-1-009") == ["shorthand WEB-UI-7-001"])
    // Two of the own sprint leave it open, whatever others have.
    let open = Linked([
      "SPRINT_10_a.md": [("OPS-APP-1-009", "7-001"), ("WEB-UI-7-001", "—"), ("API-UI-7-001", "—")],
      "SPRINT_11_b.md": [("CLI-UI-7-001", "—")],
    ])
    #expect(open.resolutions(of: "OPS-APP-1-009") == ["ambiguous WEB-UI-7-001 API-UI-7-001"])
  }

  @Test func `an ambiguous or unresolved reference makes no edge`() {
    let linked = Linked([
      "SPRINT_10_a.md": [("OPS-APP-1-009", "7-001, WEB-UI-8-001"), ("WEB-UI-7-001", "—"), ("API-UI-7-001", "—")]
    ])
    #expect(
      linked.resolutions(of: "OPS-APP-1-009") == ["ambiguous WEB-UI-7-001 API-UI-7-001", "unresolved WEB-UI-8-001"])
    #expect(linked.edges == [])
  }

  // MARK: Ranges

  @Test(arguments: [
    Shorthand(
      "OPS-2-001..003", in: "A-1-1", among: ["OPS-2-001/002/003/004"], ["range OPS-2-001 OPS-2-002 OPS-2-003"]),
    Shorthand("OPS-2-001 through OPS-2-002", in: "A-1-1", among: ["OPS-2-001/002/003"], ["range OPS-2-001 OPS-2-002"]),
    Shorthand("OPS-2-001 … OPS-2-002", in: "A-1-1", among: ["OPS-2-001/002/003"], ["range OPS-2-001 OPS-2-002"]),
    Shorthand(
      "OPS\u{2011}2\u{2011}009..011", in: "A-1-1", among: ["OPS-2-009/010/011"], ["range OPS-2-009 OPS-2-010 OPS-2-011"]
    ),
    // Of a gap, what is there; of an end that is nowhere too.
    Shorthand("OPS-2-001..004", in: "A-1-1", among: ["OPS-2-001", "OPS-2-004"], ["range OPS-2-001 OPS-2-004"]),
    Shorthand("OPS-2-001..009", in: "A-1-1", among: ["OPS-2-001/002"], ["range OPS-2-001 OPS-2-002"]),
    Shorthand("OPS-2-001..003", in: "A-1-1", among: ["OPS-2-002/003"], ["range OPS-2-002 OPS-2-003"]),
    // Short ends.
    Shorthand("2-001..003", in: "OPS-1-009", among: ["OPS-2-001/002/003"], ["range OPS-2-001 OPS-2-002 OPS-2-003"]),
    Shorthand("OPS-2-001..2-002", in: "A-1-1", among: ["OPS-2-001/002"], ["range OPS-2-001 OPS-2-002"]),
    Shorthand(
      "OPS-2-008..11", in: "A-1-1", among: ["OPS-2-008/009/010/011"], ["range OPS-2-008 OPS-2-009 OPS-2-010 OPS-2-011"]),
    Shorthand("FE-501..503", in: "A-1-1", among: ["FE-501", "FE-502", "FE-503"], ["range FE-501 FE-502 FE-503"]),
    // In a list.
    Shorthand(
      "OPS-2-001..002, OPS-2-004", in: "A-1-1", among: ["OPS-2-001/002/003/004"],
      ["range OPS-2-001 OPS-2-002", "exact OPS-2-004"]),
    // Of nothing, or the wrong way round.
    Shorthand("OPS-2-001..003", in: "A-1-1", among: [], ["unresolved OPS-2-001"]),
    Shorthand("OPS-2-003..001", in: "A-1-1", among: ["OPS-2-001/002/003"], ["unresolved OPS-2-003"]),
    Shorthand("OPS-2-001..900001", in: "A-1-1", among: ["OPS-2-001"], ["unresolved OPS-2-001"]),
  ])
  func `a range means the ids between its ends`(_ example: Shorthand) {
    let linked = Linked(["SPRINT_10_a.md": [(example.row, example.written)] + example.ids.map { ($0, "—") }])
    #expect(linked.resolutions(of: example.row) == example.resolutions)
    let apart = Linked([
      "SPRINT_10_a.md": [(example.row, example.written)], "SPRINT_11_b.md": example.ids.map { ($0, "—") },
    ])
    #expect(apart.resolutions(of: example.row) == example.resolutions)
  }

  @Test func `a range of short ids belongs to its sprint`() {
    let linked = Linked([
      "SPRINT_10_a.md": [("T1", "—"), ("T2", "—"), ("T3", "T1–T2"), ("T4", "T1..9")],
      "SPRINT_11_b.md": [("T1", "—"), ("T5", "—"), ("T6", "T1 … T5")],
    ])
    #expect(linked.resolutions(of: "SPRINT_10_a#T3") == ["range SPRINT_10_a#T1 SPRINT_10_a#T2"])
    #expect(linked.resolutions(of: "SPRINT_11_b#T6") == ["range SPRINT_11_b#T1 SPRINT_11_b#T5"])
  }

  @Test func `a range makes an edge to each id, and none to its own row`() {
    let linked = Linked([
      "SPRINT_10_a.md": [
        ("OPS-1-001", "—"), ("OPS-1-002", "—"), ("OPS-1-003", "OPS-1-001..002"), ("OPS-1-004", "OPS-9-001..004"),
      ]
    ])
    #expect(linked.edges == ["OPS-1-003 → OPS-1-001", "OPS-1-003 → OPS-1-002"])
  }

  // MARK: Sprints

  @Test(arguments: [
    ("Depends on Sprint 20", ["exact SPRINT_20_web"]), ("Depends on Sprint 190.B", ["exact SPRINT_20_web"]),
    ("Depends on SPRINT_20_web", ["exact SPRINT_20_web"]), ("Depends on SPRINT_20", ["exact SPRINT_20_web"]),
    ("Depends on SPRINT_20_web.md", ["exact SPRINT_20_web"]), ("Depends on Sprint 2", ["unresolved 2"]),
    ("Depends on Sprint 99", ["unresolved 99"]),
    // A sprint does not wait for itself.
    ("Depends on Sprint 10", ["unresolved 10"]),
    ("Depends on Sprints 20 / 30", ["exact SPRINT_20_web", "exact SPRINT_30_cli"]),
  ])
  func `a sprint is found by its number, its code and its file`(_ written: String, _ resolutions: [String]) throws {
    func tracker(_ title: String, _ id: String, _ dependency: String) -> String {
      """
      # \(title)

      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | \(id) | TODO | \(dependency) | Ops | Do it. |

      """
    }
    let workspace = Documents.workspace([
      "SPRINT_10_app.md": tracker("Sprint 10", "OPS-APP-1-001", written),
      "SPRINT_20_web.md": tracker("Sprint 20 · Web (Ops 190.B)", "WEB-UI-1-001", "—"),
      "SPRINT_30_cli.md": tracker("The command line", "CLI-UI-1-001", "—"),
    ])
    let found = workspace.dependencies(of: TaskIndex(sprint: 0, task: 0))
    #expect(found.map { ([$0.method.rawValue] + workspace.targets(of: $0)).joined(separator: " ") } == resolutions)
    #expect(workspace.graph.edges.isEmpty)
  }

  // MARK: Logs

  @Test func `what a log mentions is resolved`() {
    let workspace = Documents.workspace([
      "SPRINT_10_app.md": """
      ## Tasks
      - [ ] OPS-APP-1-001/002: Begin.

      ## Execution Log
      - 2026-01-05: Completed OPS-APP-1-001/002; WEB-UI-1-001 next.
      - 2026-01-06: NONE-AT-1-001 started.
      """,
      "SPRINT_20_web.md": "## Tasks\n- [ ] WEB-UI-1-001: Go on.\n",
    ])
    func mentions(_ entry: Int) -> [String] {
      workspace.mentions(sprint: 0, entry: entry).map {
        ([$0.method.rawValue] + workspace.targets(of: $0)).joined(separator: " ")
      }
    }
    #expect(mentions(0) == ["exact OPS-APP-1-001", "list OPS-APP-1-002", "exact WEB-UI-1-001"])
    #expect(mentions(1) == ["unresolved NONE-AT-1-001"])
  }

  @Test func `what is no task and no sprint is not resolved`() {
    let workspace = Documents.workspace([
      "SPRINT_1.md": "## Tasks\n- [!] OPS-APP-1-001: Begin. Waiting on the vendor contract.\n"
    ])
    let found = workspace.dependencies(of: TaskIndex(sprint: 0, task: 0))
    #expect(workspace.sprints[0].tasks[0].dependencies.map(\.kind) == [.external])
    #expect(found.map(workspace.targets(of:)) == [[]])
    #expect(found.map { Array($0.nodes) } == [[]])
  }
}
