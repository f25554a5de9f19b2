import SprintTesting

extension Documents {
  /// One tracker in each dialect, with all that the dialect can say, and some that it can say in odd ways.
  static let dialects: KeyValuePairs<String, String> = [
    "standard": standard, "pipe-less": pipeLess, "task-blocks": taskBlocks, "bullets": bullets,
  ]

  static let standard = """
    ---
    slug: ops-iv
    start_date: 2025-11-03
    end_date: 2025-11-14
    ---
    # Sprint 506 · Ops DevOps IV (Ops & Offline 190.B)

    ## Topic & Scope
    - Container and offline pipelines.
    - **Working directory:** `ops/devops`, `ops/offline`

    ## Dependencies & Concurrency
    - Waits for Sprint 505 and Sprint 190.A.

    ## Documentation Prerequisites
    - `docs/README.md`
    - Read the [guide](guide.md) | twice.

    ## Delivery Tracker
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition | Completion Criteria | Estimate | Priority | Notes |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | P1 | PREP-OPS-55-001 | DONE (2025-11-25) | None | DevOps Guild · Ops Guild | Prepare `a \\| b`. | [x] Written<br>[ ] Read | 2 d | Must | — |
    | 1 | DEVOPS-OBS-55-001 | **DOING** | PREP-OPS-55-001 | DevOps Guild (ops/devops) | Install "it". |  | 3 d |  | see 😀 |
    | 2 | `MIRROR-CRT-56-002` | DONE (2025-11-24) | — | Mirror Creator · CLI · Exporter Guilds | Mirror, größer als 日本. |  |  | Should |  |
    | 3 | MIRROR-CRT-57-001/002 | BLOCKED (2025-11-25) | Wait on 56-002 + signed thin bundle | Mirror Creator Guild / ops/mirror | Sign. | Bundle signed |  |  |  |
    | 4 | MIRROR-CRT-58-001 | BLOCKED (no key yet) | Depends on MIRROR-CRT-57-001/002 | TBD | Verify; depends on DEVOPS-OBS-55-001. |  |  |  |  |
    | 5 | A1 | In review | Needs UNKNOWN-1-001 | Ops | Review. |  |  |  |  |
    | 6 | A2 | no state | A1 | Ops | Odd. |  |  |  |  |

    ## Execution Log
    | Date (UTC) | Update | Owner |
    | --- | --- | --- |
    | 2025-11-25 | Completed PREP-OPS-55-001: `x \\| y`. | DevOps Guild |
    | 2025-11-25 | Marked MIRROR-CRT-57-001/002 BLOCKED pending bundle. | Mirror |
    | 2025-11-24 14:55Z | MIRROR-CRT-56-002 completed. |  |
    | soon | Sync. | Ops |

    ## Decisions & Risks
    - The bundle is late.
      - So is the key.
    - "Quoted" <b>bold</b> `code`.

    ## Next Checkpoints
    - 2025-12-01: demo.

    """

  static let pipeLess = """
    # Sprint 505 - Ops & Offline · 190.B) Ops Devops.III

    [Ops & Offline] 190.B) Ops Devops.III
    Depends on: Sprint 190.A - Ops Devops.II
    Summary: what is left.

    Task ID | State | Task description | Owners (Source)
    --- | --- | --- | ---
    DEVOPS-LNM-22-001 | BLOCKED (2025-10-27) | Run migration; blocked on the storage backfill. | DevOps Guild, Concelier Guild (ops/devops)
    DEVOPS-LNM-22-002 | TODO | Add `a \\| b`. Dependencies: DEVOPS-LNM-22-001. | DevOps Guild (ops/devops)
    DEVOPS-LNM-22-003 | DONE | Depends on DEVOPS-LNM-22-001/002. | DevOps Guild

    ## Execution Log
    | Date (UTC) | Update | Owner |
    | --- | --- | --- |
    | 2025-10-27 | DEVOPS-LNM-22-003 completed. | DevOps |

    """

  static let taskBlocks = """
    # Sprint 20260218_005 - Operations

    ## Topic & Scope
    - Working directory: `ops/`
    - Dates: 2026-02-18 to 2026-02-27

    ## Delivery Tracker

    ### OPS-001 - Build the "thing"
    Status: DONE (2026-02-19)
    Dependency: none
    Owners: Developer · Test Guild
    Estimate: 2 days
    Task description:
    - Build it.
    - Run `a | b`
      over two lines.

    Completion criteria:
    - [x] It builds.
    - [ ] It runs | walks.

    ### OPS-002 - Ship
    Status: BLOCKED
    Dependency: OPS-001, licence server
    Owners: Developer
    Priority: high
    Task description: Ship it.

    ### OPS-003/004 - Both
    Status: TODO
    Dependency: OPS-002
    Owners: Developer

    ## Execution Log
    | Date (UTC) | Update | Owner |
    | --- | --- | --- |
    | 2026-02-19 | OPS-001 completed. | Developer |

    ## Decisions & Risks
    - None | yet.

    ## Next Checkpoints
    - 2026-02-20: demo.

    """

  static let bullets = """
    # Sprint Bravo

    ## Backlog

    ### Epic A — Onboarding | first
    **Acceptance:** [x] A user can sign up.
    **Acceptance:** Mails are sent.

    - [ ] HELM-101: Write the form, "quoted"
      over two lines.
    - [x] HELM-102: Send the mail. Depends on HELM-101.
    - [~] **A1**: Draw `a | b`.

    ### Epic B — Billing
    - [!] **B1. Charge** the card; blocked by the bank.
    - [-] **B2**: Refund.

    ## Decisions
    - The bank is slow.

    """
}
