import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct SuppressionTests {
  private static func found(_ text: String) -> (reported: [String], suppressed: [String]) {
    let findings = RuleEngine().findings(in: Documents.workspace(of: text))
    return (
      findings.diagnostics.map { "\($0.code) \($0.task ?? "")" },
      findings.suppressed.map { "\($0.diagnostic.code) \($0.diagnostic.task ?? "") \($0.reason ?? "")" }
    )
  }

  /// A row that is blocked without a reason: SM303.
  private static func blocked(_ number: Int, _ comment: String = "") -> String {
    "APP-10-00\(number) | BLOCKED | None | App Guild | Build.\(comment.isEmpty ? "" : " <!-- sprintmark-\(comment) -->")"
  }

  @Test func `a comment in a row leaves that row alone`() {
    let (reported, suppressed) = Self.found(
      tracker(Self.blocked(1), Self.blocked(2, "disable-line SM303: known"), Self.blocked(3)))
    #expect(reported == ["SM303 APP-10-001", "SM303 APP-10-003"])
    #expect(suppressed == ["SM303 APP-10-002 known"])
  }

  @Test func `a rule is named by its code or its name, in any case`() {
    for name in ["SM303", "sm303", "blocked-without-reason", "Blocked-Without-Reason"] {
      #expect(Self.found(tracker(Self.blocked(1, "disable-line \(name)"))).reported == [])
    }
  }

  @Test func `another rule is reported all the same`() {
    let (reported, suppressed) = Self.found(tracker(Self.blocked(1, "disable-line SM304")))
    #expect(reported == ["SM303 APP-10-001", "SM901 "])
    #expect(suppressed == [])
  }

  @Test func `a comment above leaves the next line with anything on it alone`() {
    let text = """
      ## Delivery Tracker

      <!-- sprintmark-disable-next-line SM303 -->

      - [ ] **APP-10-001** Build.
      """
    let sprint = Documents.sprint(text)
    #expect(sprint.suppressions.count == 1)
    let blocks = """
      ## Delivery Tracker
      ### APP-10-001 - Build
      <!-- sprintmark-disable-next-line SM303: why -->

      Status: BLOCKED
      Dependency: None
      ### APP-10-002 - Test
      Status: BLOCKED
      Dependency: None
      """
    let (reported, suppressed) = Self.found(blocks)
    #expect(reported == ["SM303 APP-10-002"])
    #expect(suppressed == ["SM303 APP-10-001 why"])
  }

  @Test func `a region ends where the rule is enabled, or all rules are`() {
    func text(_ end: String) -> String {
      tracker(Self.blocked(1)) + "\n<!-- sprintmark-disable SM303 SM402: old -->\n\n"
        + "### Part 2\n" + tracker(Self.blocked(2)) + "\n\(end)\n\n" + tracker(Self.blocked(3))
    }
    for end in ["<!-- sprintmark-enable SM303 -->", "<!-- sprintmark-enable -->"] {
      #expect(Self.found(text(end)).suppressed == ["SM303 APP-10-002 old"])
      #expect(
        Self.found(text(end)).reported.filter { $0.hasPrefix("SM303") } == ["SM303 APP-10-001", "SM303 APP-10-003"])
    }
    #expect(
      Self.found(text("<!-- sprintmark-enable SM402 -->")).suppressed
        == ["SM303 APP-10-002 old", "SM303 APP-10-003 old"])
  }

  @Test func `a file as a whole is left alone from anywhere in it`() {
    let text = tracker(Self.blocked(1), Self.blocked(2)) + "\n<!-- sprintmark-disable-file SM303: imported -->\n"
    let (reported, suppressed) = Self.found(text)
    #expect(reported == [])
    #expect(suppressed == ["SM303 APP-10-001 imported", "SM303 APP-10-002 imported"])
  }

  @Test func `what concerns a file as a whole is left alone by a comment for the file`() {
    #expect(Self.found("# Sprint 10 · App\n\nSome words.\n").reported == ["SM107 "])
    #expect(Self.found("# Sprint 10 · App\n\n<!-- sprintmark-disable-file no-tasks: to come -->\n").reported == [])
  }

  @Test func `a cycle is left alone where it is reported`() {
    let cycle = { (comment: String) in
      files([
        "SPRINT_10_a.md": tracker("APP-10-001 | TODO | Depends on APP-11-001 | App | A. \(comment)"),
        "SPRINT_11_b.md": tracker("APP-11-001 | TODO | Depends on APP-10-001 | App | B.").replacing(
          "10 ·", with: "11 ·"),
      ])
    }
    #expect(Self.found(cycle("")).reported == ["SM401 APP-10-001"])
    let (reported, suppressed) = Self.found(cycle("<!-- sprintmark-disable-line SM401: agreed -->"))
    #expect(reported == [])
    #expect(suppressed == ["SM401 APP-10-001 agreed"])
  }

  @Test func `a document that is mended as it is read has its comments where they stand on disk`() {
    let text = "```markdown\n" + tracker(Self.blocked(1, "disable-line SM303: known"), Self.blocked(2)) + "```\n"
    let (reported, suppressed) = Self.found(text)
    #expect(reported.contains("SM303 APP-10-002"))
    #expect(suppressed == ["SM303 APP-10-001 known"])
  }

  @Test func `leaving something alone changes no other fingerprint`() {
    func fingerprints(_ text: String) -> Set<String> {
      Set(RuleEngine().findings(in: Documents.workspace(of: text)).diagnostics.map(\.fingerprint))
    }
    let all = fingerprints(tracker(Self.blocked(1), Self.blocked(2)))
    let some = fingerprints(tracker(Self.blocked(1, "disable-line SM303"), Self.blocked(2)))
    #expect(all.count == 2 && some.count == 1 && some.isSubset(of: all))
  }

  @Test func `many comments about many findings are dealt with`() {
    let rows = (0..<3_000).map {
      "| \($0 + 1) | APP-10-\($0 + 1000) | BLOCKED | None | App | B. <!-- sprintmark-disable-line SM303 --> |"
    }
    let text =
      tracker() + rows.joined(separator: "\n") + "\n"
      + String(repeating: "<!-- sprintmark-disable SM402 -->\n\n", count: 3_000)
    let (reported, suppressed) = Self.found(text)
    #expect(suppressed.count == 3_000)
    #expect(reported.count == 3_000)
  }
}
