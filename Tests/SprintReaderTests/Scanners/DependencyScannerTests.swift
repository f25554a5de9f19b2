import SprintModel
import SprintSource
import Testing

@testable import SprintReader

struct DependencyScannerTests {
  /// The references of a text in a row of `ids`, as `task OPS-12-001`, `task 002 after OPS-12-001`, `sprint 190.B`,
  /// `external …` and `none …`.
  private func read(
    _ text: String, in ids: [String] = ["OPS-12-001"], short: Set<String> = [], isBlocked: Bool = false,
    _ field: DependencyScanner.Context.FieldKind = .dependencies
  ) -> [String] {
    let bytes = Array(text.utf8)
    let context = DependencyScanner.Context(
      id: TaskID(ids[0]), others: ids.dropFirst().map { TaskID($0) }, shortIDs: short, isBlocked: isBlocked,
      field: field)
    return DependencyScanner(.standard).references(in: Bytes(bytes), context).map { reference in
      // What is read stands where it says, but for hyphens that were made plain.
      let slice = Bytes(bytes).at(reference.text.range).string
      #expect(slice.replacing("\u{2011}", with: "-") == reference.text.value)
      return switch reference.form {
      case .single: "\(reference.kind) \(reference.text.value)"
      case .continuation(let id): "\(reference.kind) \(reference.text.value) after \(id)"
      case .range(let from, let end): "\(reference.kind) from \(from) to \(end)"
      }
    }
  }

  @Test(arguments: [
    // The shorthand of the catalogue: what is written, in the row of which ids, and what is read.
    ("Depends on 32-001", ["DEVOPS-ORCH-33-001"], ["task 32-001"]),
    ("56-CI-001", ["MIRROR-CRT-56-002"], ["task 56-CI-001"]),
    ("47-001", ["DEVOPS-TEN-48-001"], ["task 47-001"]),
    (
      "56-002 + AIRGAP-TIME-57-001", ["MIRROR-CRT-57-001", "MIRROR-CRT-57-002"],
      ["task 56-002", "task AIRGAP-TIME-57-001"]
    ),
    ("SCAN-DETER-186-009/010", ["A-1-1"], ["task SCAN-DETER-186-009", "task 010 after SCAN-DETER-186-009"]),
    ("DEVOPS-TEN-47-001/48-001", ["A-1-1"], ["task DEVOPS-TEN-47-001", "task 48-001 after DEVOPS-TEN-47-001"]),
    ("PACKS-42-001/-002", ["A-1-1"], ["task PACKS-42-001", "task 002 after PACKS-42-001"]),
    ("PACKS-42-001, -402", ["A-1-1"], ["task PACKS-42-001", "task 402 after PACKS-42-001"]),
    ("MIRROR-CRT-57/58", ["A-1-1"], ["task MIRROR-CRT-57", "task 58 after MIRROR-CRT-57"]),
    ("OAS-61/62/63", ["A-1-1"], ["task OAS-61", "task 62 after OAS-61", "task 63 after OAS-62"]),
    ("Sprint 120.C - Policy.I", ["A-1-1"], ["sprint 120.C"]),
  ])
  func `shorthand is read`(_ text: String, _ ids: [String], _ expected: [String]) {
    #expect(read(text, in: ids) == expected)
    if !text.hasPrefix("Depends") { #expect(read("Depends on \(text).", in: ids) == expected) }
  }

  @Test(arguments: [
    "Depends on", "depends on", "Depend on", "Dependencies:", "**Dependencies:**", "**Dependencies**:", "Dependency:",
    "Deps:", "Blocked on", "Blocked by", "Wait on", "Waiting on", "Waiting for", "Awaiting", "Await", "Needs", "Need",
    "Requires", "After", "BLOCKED pending",
  ])
  func `every phrase leads to what is waited for`(_ phrase: String) {
    #expect(read("\(phrase) OPS-11-004") == ["task OPS-11-004"])
    #expect(
      read("First step done. \(phrase) OPS-11-004, then go on with OPS-12-009.") == [
        "task OPS-11-004", "task OPS-12-009",
      ])
    #expect(read("First step done. \(phrase) OPS-11-004; OPS-12-009 follows.") == ["task OPS-11-004"])
  }

  @Test(arguments: [
    ("OPS-11-004", ["task OPS-11-004"]),
    ("`OPS-11-004`", ["task OPS-11-004"]),
    ("[OPS-11-004](a.md)", ["task OPS-11-004"]),
    ("OPS-11-004, WEB-13-001", ["task OPS-11-004", "task WEB-13-001"]),
    ("OPS-11-004 and WEB-13-001", ["task OPS-11-004", "task WEB-13-001"]),
    ("OPS-11-004 (schema)", ["task OPS-11-004"]),
    ("OPS\u{2011}11\u{2011}004", ["task OPS-11-004"]),
    ("Depends on OPS-11-004 (after WEB-13-001)", ["task OPS-11-004", "task WEB-13-001"]),
    ("Depends on: none", []),
    ("Depends on OPS-11-004<br>Owner WEB-13-001", ["task OPS-11-004"]),
    ("Depends on OPS-11-004 and Sprint 190.B", ["task OPS-11-004", "sprint 190.B"]),
    ("Depends on Sprints 120.A / 130.B", ["sprint 120.A", "sprint 130.B"]),
    ("Depends on SPRINT_0131_surface", ["sprint 0131_surface"]),
    // Bare names of sprints.
    ("190.B", ["sprint 190.B"]), ("`0131_scanner_surface`", ["sprint 0131_scanner_surface"]),
    ("20260218_006", ["sprint 20260218_006"]),
    ("Depends on 190.B", ["sprint 190.B"]), ("OPS-11-004, 190.B", ["task OPS-11-004", "sprint 190.B"]),
    ("Version 190.2 of it", []),
    // Each line, and each bullet, is a list of its own.
    ("OPS-11-004<br>WEB-13-001", ["task OPS-11-004", "task WEB-13-001"]),
    ("- OPS-11-004\n- WEB-13-001/002\n", ["task OPS-11-004", "task WEB-13-001", "task 002 after WEB-13-001"]),
    ("1. OPS-11-004\n2. WEB-13-001 (the harness)\n", ["task OPS-11-004", "task WEB-13-001"]),
    ("- Publish notes, then close OPS-12-001\n- WEB-13-001", ["task WEB-13-001"]),
    // A line break alone is a blank.
    ("Publish notes, then close\nOPS-12-001", []),
  ])
  func `a cell for dependencies names ids with and without a phrase`(_ text: String, _ expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: ["None", "none", "N/A", "n/a", "No dependencies", "**None**", "None."])
  func `a cell can say that there is no dependency`(_ text: String) {
    #expect(read(text) == ["none \(text)"])
    #expect(read(text, isBlocked: true) == ["none \(text)"])
  }

  @Test(arguments: [
    "", "—", "-", "Completed", "Due 2025-11-22 · Accountable: Ops Guild", "Tests verified on 2025-11-22",
    "Needs 24-48 hours", "24-48 hours", "Requires SHA-256 digests", "Depends on UTF-8", "SHA-256", "2025-11-22",
    "Publish notes, then close OPS-12-001", "Ready to start", "Requires 2 reviewers", "After 2025-11-22",
    // The step after this task is no condition for it.
    "Hand over to WEB-13-001",
  ])
  func `what is no dependency is read as none`(_ text: String) {
    #expect(read(text) == [])
  }

  @Test func `short ids count where the sprint declares them`() {
    #expect(read("Depends on A1, A2", in: ["B1"], short: ["A1", "B1"]) == ["task A1"])
    #expect(read("A1", in: ["B1"], short: ["A1", "B1"]) == ["task A1"])
    #expect(read("Depends on S3 and Q4", in: ["B1"], short: ["B1"]) == [])
    #expect(read("2.1", in: ["2.2"], short: ["2.1", "2.2"]) == ["task 2.1"])
  }

  @Test(arguments: [
    ("1", ["task 1"]), ("1)", ["task 1"]), ("1 and 2", ["task 1", "task 2"]),
    ("1, 2", ["task 1", "task 2"]),
    ("Task 1", ["task 1"]), ("Tasks 1 and 2", ["task 1", "task 2"]), ("Task 1, Task 2", ["task 1", "task 2"]),
    ("Story 2.1", ["task 2.1"]), ("Depends on Task 2", ["task 2"]), ("**Task 1** (parser)", ["task 1"]),
    ("Tasks 1–2", ["task from 1 to 2"]), ("- Task 1\n- Task 2", ["task 1", "task 2"]),
    // Other numbers.
    ("2 reviewers", []), ("Needs 2 reviewers", []), ("After 1 week", []), ("Task 9", []),
    ("Task 1 (2 days)", ["task 1"]),
    ("3", []), ("Phase 1", []),
  ])
  func `numbers count where the sprint declares them and the words say so`(_ text: String, _ expected: [String]) {
    #expect(read(text, in: ["3"], short: ["1", "2", "2.1"]) == expected)
  }

  @Test(arguments: [
    ("Rotate the keys. Depends on OPS-11-004.", ["task OPS-11-004"]),
    ("Rotate the keys (Deps: OPS-11-004, WEB-13-001).", ["task OPS-11-004", "task WEB-13-001"]),
    ("Rotate the keys. Dependencies: OPS-11-004.", ["task OPS-11-004"]),
    // Words that mean other things too count only in a field for dependencies.
    ("Rotate the keys after OPS-11-004 was agreed", []),
    ("Needs the notes of OPS-11-004", []),
    ("OPS-11-004 describes how", []),
    ("None", []),
  ])
  func `running text names dependencies only behind plain phrases`(_ text: String, _ expected: [String]) {
    #expect(read(text, .text) == expected)
  }

  @Test(arguments: [
    ("Waiting on the tenancy harness", ["external the tenancy harness"]),
    ("Blocked by vendor contract.", ["external vendor contract"]),
    ("Depends on OPS-11-004 and the vendor contract", ["task OPS-11-004", "external the vendor contract"]),
    ("Waiting on the vendor contract; retry on Monday", ["external the vendor contract"]),
    ("Needs a second test bench", ["external a second test bench"]),
    ("Test bench not available", ["external Test bench not available"]),
    ("Plan agreed. Fixtures are missing; ask QA", ["external Fixtures are missing"]),
    ("Blocked until 2025-12-01", []),
    ("A new boiler and OPS-11-004", ["task OPS-11-004", "external A new boiler"]),
    ("Ask about OPS-11-004", []),
    ("Depends on OPS-11-004", ["task OPS-11-004"]),
    ("Completed", []),
  ])
  func `a blocked task waits for what is said in prose`(_ text: String, _ expected: [String]) {
    #expect(read(text, isBlocked: true) == expected)
    // For a task that is not blocked, the same words are a next step.
    let isPhrase = !text.hasPrefix("A new")
    #expect(read(text) == expected.filter { isPhrase && !$0.hasPrefix("external") })
  }

  @Test func `a task that stands in its own cell is read, for the linker to judge`() {
    #expect(read("Depends on OPS-12-001") == ["task OPS-12-001"])
  }

  @Test(arguments: [
    "Depends on OPS-11-004, blocks WEB-13-001", "Depends on OPS-11-004 and unblocks WEB-13-001",
    "Depends on OPS-11-004 (blocks WEB-13-001)", "Depends on OPS-11-004 (needed for WEB-13-001)",
    "Depends on OPS-11-004, required by WEB-13-001", "Depends on OPS-11-004 to unblock WEB-13-001",
    "Depends on OPS-11-004 (not on WEB-13-001)", "Depends on OPS-11-004 but not on WEB-13-001",
    "Depends on OPS-11-004 (see WEB-13-001)", "Depends on OPS-11-004, related to WEB-13-001",
    "Depends on OPS-11-004, in parallel with WEB-13-001", "After OPS-11-004, before WEB-13-001",
    "OPS-11-004, enables WEB-13-001/002", "Depends on OPS-11-004 (was WEB-13-001)",
    "Depends on OPS-11-004, formerly WEB-13-001", "Depends on OPS-11-004, ~~WEB-13-001~~",
  ])
  func `tasks that are named on the way are not waited for`(_ text: String) {
    #expect(read(text) == ["task OPS-11-004"])
  }

  @Test(arguments: [
    ("Depends on OPS-11-004 (see the plan), WEB-13-001", ["task OPS-11-004", "task WEB-13-001"]),
    ("Depends on OPS-11-004 (blocks WEB-13-001), WEB-13-009", ["task OPS-11-004", "task WEB-13-009"]),
    ("Depends on OPS-11-004, which was late, and WEB-13-001", ["task OPS-11-004", "task WEB-13-001"]),
    // What depends on this task is none of what it waits for.
    ("OPS-11-004 depends on this", []), ("`OPS-11-004` needs it", []), ("~~OPS-11-004~~ dropped", []),
    ("OPS-11-004, depends on WEB-13-001", ["task OPS-11-004", "task WEB-13-001"]),
    ("Depends on ~~blocks OPS-11-001~~, OPS-11-004", ["task OPS-11-004"]),
    (
      "Depends on OPS-11-004 (see ~~OPS-11-001~~) (see also OPS-11-002), ~~OPS-11-003~~, WEB-13-001",
      ["task OPS-11-004", "task WEB-13-001"]
    ),
  ])
  func `what is said on the way ends with its bracket`(_ text: String, _ expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("Depends on OPS-11-004; OPS-11-005", ["task OPS-11-004", "task OPS-11-005"]),
    ("OPS-11-004; OPS-11-005; then ship OPS-11-006", ["task OPS-11-004", "task OPS-11-005"]),
    ("OPS-11-004, 005", ["task OPS-11-004", "task 005 after OPS-11-004"]),
    ("OPS-11-004 + 005 and 006", ["task OPS-11-004", "task 005 after OPS-11-004", "task 006 after OPS-11-005"]),
    ("OPS-11-004 to 006", ["task from OPS-11-004 to OPS-11-006"]),
    ("Depends on OPS-11-004, 2 reviewers", ["task OPS-11-004"]), ("OPS-11-004 and 100 users", ["task OPS-11-004"]),
    ("OPS-11-{004,005}", []),
    // A task is looked for where it is, not the sprint that it is in.
    ("[OPS-11-004](SPRINT_11_ops.md)", ["task OPS-11-004"]), ("OPS-11-004 in Sprint 11", ["task OPS-11-004"]),
    ("OPS-11-004 (Sprint 11), Sprint 12", ["task OPS-11-004", "sprint 12"]),
  ])
  func `lists go on`(_ text: String, _ expected: [String]) {
    #expect(read(text) == expected)
    #expect(read(text, isBlocked: true).filter { !$0.hasPrefix("external") } == expected)
  }
}
