import Testing

/// Trackers in several dialects, whole.
enum FlatSamples {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
  }

  static let all: [Sample] = [
    Sample(
      testDescription: "standard",
      text: """
        # Sprint 31 · Kiln firmware (Workshop 12.A)

        ## Topic & Scope
        - Bring the kiln firmware to a state in which two ovens share one controller.
        - Retire the old bus - it lost frames - and its dashboard.
        - **Working directory:** firmware/kiln

        ## Dependencies & Concurrency
        - Depends on Sprint 30 - Kiln hardware.
        - Runs next to Sprint 32; nothing else touches the bus.

        ## Documentation Prerequisites
        - docs/kiln/README.md
        - docs/kiln/bus.md

        > **Note:** Read the safety sheet before any work on live ovens.

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | KILN-BUS-31-001 | DONE (2026-01-04) | None | Firmware Guild | Write the frame parser - the old one leaked. |
        | 2 | KILN-BUS-31-002 | DOING | Depends on 31-001 | Firmware Guild · QA | Replay `a | b` captures; compare with `## expected`. |
        | 3 | KILN-UI-31-003 | BLOCKED |  | UI Guild | Show both ovens \\| one screen. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2026-01-04 | KILN-BUS-31-001 completed: parser merged. | Ada |
        | 2026-01-02 | Sprint opened. | Ben |

        ## Decisions & Risks
        - The bus stays at 250 kbit/s; faster cables are late.
        - Two ovens on one fuse: measured, see `ops/fuse.md`.

        ## Next Checkpoints
        - 2026-01-09: review with the workshop.
        """),
    Sample(
      testDescription: "without outer pipes",
      text: """
        # Sprint 77 - Orchard & Field · 40.C) Harvest Tools.II

        Open items only. Finished work is kept in plans/archive.md (updated 2026-02-01).

        [Orchard & Field] 40.C) Harvest Tools.II
        Depends on: Sprint 40.B - Harvest Tools.I
        Summary: Orchard & Field, second half of the tools (phase II).
        Task ID | State | Task description | Owners (Source)
        --- | --- | --- | ---
        ORCH-CRATE-40-001 | DONE (2026-02-02) | Weigh crates at the gate, `weigh --all` included. Dependencies: ORCH-SCALE-39-004. | Gate Crew (tools/gate)
        ORCH-CRATE-40-002 / 003 | TODO | Print labels - two sizes. Depends on ORCH-CRATE-40-001. | Gate Crew, Print Crew (tools/print)
        ORCH-ROUTE-40-010 | BLOCKED | Route the trucks. | Yard Crew (tools/yard)

        ## Execution Log
        | Date (UTC) | Update | Owner |
        |---|:---:|---|
        | 2026-02-02 | ORCH-CRATE-40-001 done. | Ira |

        ## Decisions & Risks
        - Trucks may be late; routes are kept a day ahead.
        """),
    Sample(
      testDescription: "task blocks",
      text: """
        # Sprint 20260301_004 - Ledger export

        ## Topic & Scope
        - Export the ledger nightly.
        - Working directory: `tools/ledger`.

        ## Dependencies & Concurrency
        - Upstream: Sprint 20260301_003.

        ## Documentation Prerequisites
        - `docs/ledger.md`

        ## Delivery Tracker

        ### LED-001 - Write the exporter
        Status: DOING
        Dependency: none
        Owners: Ledger crew

        Task description:
        - Read the ledger in pages.
        - Write one file a day.

        Completion criteria:
        - [ ] A day of a million rows exports in a minute
        - [x] The file name carries the date

        ### LED-002 - Verify the export
        Status: TODO
        Dependency: LED-001
        Owners: QA

        Task description:
        - Compare the sums.

        Completion criteria:
        - [ ] Sums agree

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2026-03-01 | Sprint created. | Planning |

        ## Decisions & Risks
        - None yet.
        """),
    Sample(
      testDescription: "front matter, epics, checkboxes",
      text: """
        ---
        slug: harbour-07
        cycle: Sprint 7 (2 weeks)
        start_date: 2026-04-06
        owner: Harbour master
        objectives:
          - "Berth plan: one screen."
          - "Night shift - half the calls."
        ---

        # Harbour plan 7

        > Mandate: nothing may stop the ferries.

        ## 1) Backlog

        ### EPIC-1: Berths
        - [ ] BERTH-101: Draw all berths on one map.
        - [x] BERTH-102: Colour them by depth.

        ### EPIC-2: Night shift
        - [ ] NIGHT-201: Answer `ETA?` calls by machine.

        ---

        ## 2) Risk register
        | Risk | Impact | Owner |
        |---|---:|---|
        | Fog | H | Pilots |
        | Two ferries at once | M | Harbour master |

        ---

        ## 3) Calendar
        - **Week 1**: maps, depth.
        - **Week 2**: night shift, drill.
        """),
    Sample(
      testDescription: "stories",
      text: """
        # Sprint 9 · Library desk

        ## Sprint Goal
        - Lend a book in one step.

        ## Sprint Backlog
        | ID | Title | Points | Status | Assignee |
        | --- | --- | ---: | --- | --- |
        | LIB-1 | Scan the card | 3 | In Progress | Noor |
        | LIB-2 | Scan the book | 5 | To Do | |
        | LIB-3 | Print a slip | 2 | ✅ Done | Jo |

        ## Steps
        1. **Scan** the card with the reader at the desk.
        2. **Scan** the book.
        3. **Print** the slip.

        ## References
        - `make slips` - prints all slips of a day
        - `docs/desk.md` (new - still a draft) - what the desk needs
        - **Desk - front and back**: two of them

        ## Retrospective
        * The reader was late.
        * The slips are too long.
        """),
    Sample(
      testDescription: "a board cut by notes",
      text: """
        # Task board - Print shop

        ## Tasks
        | ID | Status | Owner(s) | Depends on | Description | Exit Criteria |
        |----|--------|----------|------------|-------------|---------------|
        | PRESS-CORE-10-101 | DONE (2026-05-01) | Press crew | — | Feed paper at 2 m/s. | Jam rate < 1 %. |
        > 2026-05-02: measured on the long run.
        | PRESS-CORE-10-102 | TODO | Press crew | PRESS-CORE-10-101 | Cut and fold. | 1,000 sheets > 99 % right. |
        | PRESS-INK-10-201 | BLOCKED | Ink crew | | Mix ink. | |

        ## Notes
        - Paper comes on Mondays.
        """),
    Sample(
      testDescription: "phases with fields",
      text: """
        # Phase 2: Cellar

        ## Delivery Tracker

        ### T2.1: Dig the pit
        **Status:** DONE
        **Assignee:** Digger crew
        **Estimate:** 2 days

        - [x] T2.1.1: Mark the corners
        - [x] T2.1.2: Move the earth

        ### T2.2: Lay the floor
        **Status:** TODO
        **Dependencies:** T2.1

        - [ ] T2.2.1: Pour the slab
        - [ ] T2.2.2: Wait a week

        ## Milestones
        | Date | Milestone |
        | --- | --- |
        | 2026-06-01 | Pit dug |
        """),
    Sample(
      testDescription: "rows that do not fit",
      text: """
        # Sprint 3 - Mill

        ## Delivery Tracker
        | Task ID | State | Summary | Owner |
        | --- | --- | --- | --- |
        | MILL-A-1 | TODO | One cell less |
        | MILL-A-2 | TODO | As it should be | Miller |
        | MILL-A-3 | TODO | One cell | more | Miller |
        | MILL-A-4 | DONE | As it should be | Miller |
        | MILL-A-5 | DONE | Nobody | |

        ## Execution Log
        | Date | Update |
        | --- | --- |
        | 2026-07-01 | Opened |
        """),
    Sample(
      testDescription: "sentences under known names",
      text: """
        # Sprint 12 · Post office

        ## Summary
        This sprint sorts letters by street and parcels by weight.

        ## Delivery Tracker
        | ID | Title | Status |
        | :-- | :-: | --: |
        | POST-1 | Sort letters | TODO |
        | POST-2 | Weigh parcels | DOING |

        ## Decisions & Risks
        The scales are borrowed until June. They go back then.
        """),
  ]
}
