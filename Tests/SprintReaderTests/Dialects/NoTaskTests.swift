import SprintModel
import SprintSource
import SprintTesting
import Testing

/// What looks like tasks and is none.
struct NoTaskTests {
  /// The ids of a document with one task and, after it, the text in question.
  private func ids(with text: String) -> [String] {
    let sprint = Documents.sprint(
      """
      # Sprint 10 - App

      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | APP-CORE-1-001 | TODO | None | Ops Guild | Begin. |

      \(text)
      """)
    return sprint.tasks.map(\.id.value.text)
  }

  @Test func `a criterion that names the item that came of it is no task`() {
    let text = "### APP-CORE-2-001: Build\n**Status:** TODO\n\n- [x] Item created (APP-CORE-9-009)\n"
    #expect(ids(with: text) == ["APP-CORE-1-001", "APP-CORE-2-001"])
  }

  @Test func `a row of the tracker is a task`() {
    #expect(ids(with: "") == ["APP-CORE-1-001"])
  }

  @Test(arguments: [
    // A cadence by days, which uses the same short names as tasks do.
    "## Cadence\n- **D1**: Kick-off\n- **D2**: Build\n- **D3**: Review\n",
    "## Day by day\n| Day | Focus |\n| --- | --- |\n| D1 | Kick-off |\n",
    // Checkboxes that nobody plans by.
    "## Readiness checklist\n- [ ] R1: Runbook read\n- [x] R2: Pager tested\n",
    "## Definition of ready\n- [ ] Scope agreed\n",
    // Registers of something else, with ids, owners and states.
    "## Risks\n| ID | Risk | Owner | Status | Mitigation |\n| --- | --- | --- | --- | --- |\n| R1 | Late parts | Ana | Open | Order early |\n",
    "## Decisions\n| ID | Decision | Status | Owner | Depends on | Description |\n| --- | --- | --- | --- | --- | --- |\n| D1 | Use UTC | Done | Ana | — | All logs |\n",
    "## Promotion\n| Stage | Gate | Status |\n| --- | --- | --- |\n| S1 | Smoke tests | Done |\n",
    "## Blockers\n| ID | Blocker | Owner |\n| --- | --- | --- |\n| B1 | No test bench | Ana |\n",
    "## Risks & Mitigations\n### R1: Late parts\n**Status:** Accepted\n**Owner:** Ana\n",
    "## Risks identified\n### R1: Late parts\n**Status:** Low\n",
    "## Technical risks\n### 1. Late parts\n**Status:** Open\n",
    // Chapters of a report, with a status that is none of work.
    "## Findings\n### 1. Error pages\n**Status:** Updated with new texts\n",
    "## Notes\n### C1: Missing test\n**Status:** Low priority\n",
    // Numbered criteria and steps.
    "## Acceptance criteria\n1. AC1: Opens in a second\n2. AC2: Closes at once\n",
    "## Topic & Scope\n1. First the core\n2. Then the rest\n",
    // Prose and headings that begin with an id.
    "## APP-CORE-1-002 in review\nText about it.\n",
    "## Decisions & Risks\n- APP-CORE-1-003: postponed\n",
    "APP-CORE-1-004: Status: DONE\n",
    // In code nothing is planned.
    "## Tasks\n```\n- [ ] APP-CORE-1-005: an example\n```\n",
    "## Tasks\n    - [ ] APP-CORE-1-006: an example\n",
    "## Tasks\n<!--\n- [ ] APP-CORE-1-007: later\n-->\n",
    // Bullets of a backlog that begin with other words.
    "## Tasks\n- Read SHA-256 notes\n- 3 of 4 done\n- Phase2: later\n- 2025-11-25: kick-off\n",
  ])
  func `lists and tables of something else hold no tasks`(_ text: String) {
    #expect(ids(with: text) == ["APP-CORE-1-001"])
  }

  @Test(arguments: [
    "| 2 | {ID} | TODO | — | — | A template |", "| 2 | ___ | TODO | — | — | A template |",
    "| 2 | TBD | TODO | — | — | Later |",
    "|  |  |  |  |  |  |", "| | **Total** | 1 of 2 | | | |", "| 2 | — | TODO | — | — | Later |",
  ])
  func `rows without an id declare nothing`(_ row: String) {
    let sprint = Documents.sprint(
      """
      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | APP-CORE-1-001 | TODO | None | Ops Guild | Begin. |
      \(row)
      """)
    #expect(sprint.tasks.map(\.id.value.text) == ["APP-CORE-1-001"])
  }

  @Test func `a log that looks like a tracker is none`() {
    let sprint = Documents.sprint(
      """
      ## Execution Log
      | Date (UTC) | Update | Owner |
      | --- | --- | --- |
      | 2025-11-25 | APP-CORE-1-001 completed. | Ops |

      ## Tasks
      - [ ] APP-CORE-1-001: Begin.
      """)
    #expect(sprint.tasks.count == 1)
    #expect(sprint.log.count == 1)
  }

  @Test(arguments: ["", "plain text", "# Title\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "---\nslug: a\n---\n"])
  func `any text is a sprint, if one without tasks`(_ text: String) {
    let sprint = Documents.sprint(text)
    #expect(sprint.tasks.isEmpty)
    #expect(sprint.dialect == nil)
  }

  @Test(arguments: [
    "## Decisions & Risks\n| ID | Description | Owner | Status |\n| --- | --- | --- | --- |\n| D1 | Use it | Ada | Open |\n",
    "## Test matrix\n| ID | Case | Result | Status |\n| --- | --- | --- | --- |\n| T1 | One | none | pass |\n",
    "## Environments\n| ID | Host | Status |\n| --- | --- | --- |\n| E1 | db1 | reachable |\n",
    "## Stakeholders\n| ID | Name | Role |\n| --- | --- | --- |\n| S1 | Ada | Lead |\n",
  ])
  func `a table of other things with ids lists no tasks`(_ text: String) {
    #expect(ids(with: text) == ["APP-CORE-1-001"])
  }

  @Test(arguments: [
    "## Extra\n| ID | Title | Status |\n| --- | --- | --- |\n| B1 | One | TODO |\n| B2 | Two | reachable |\n",
    "## Extra\n| ID | Title | Estimate |\n| --- | --- | --- |\n| B1 | One | 2 d |\n| B2 | Two | 1 d |\n",
  ])
  func `a table of work does`(_ text: String) {
    #expect(ids(with: text) == ["APP-CORE-1-001", "B1", "B2"])
  }

  @Test func `a header that says so makes tasks of requirements, and of nothing else`() {
    let text = """
      ## More
      | # | Task ID | Status | Key dependency | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | CR-50-002 | TODO | None | Ops | One. |
      | 2 | REQ-50-003 | TODO | Depends on CR-50-002 | Ops | Two. |
      | 3 | SHA-256 | TODO | None | Ops | Three. |

      """
    #expect(ids(with: text) == ["APP-CORE-1-001", "CR-50-002", "REQ-50-003"])
    #expect(Documents.sprint(text).tasks[1].dependencies.map(\.text.value) == ["CR-50-002"])
  }
}
