import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct FixerTests {
  private static let loader = WorkspaceLoader()

  private static func loaded(_ text: String) -> WorkspaceLoader.Loaded {
    loader.load(files: [SourceFile(path: "SPRINT_10_app.md", bytes: Array(text.utf8))])
  }

  private static func fix(_ text: String, makesUnsafe: Bool = false) throws -> Fixer.Outcome {
    try Fixer(loader, makesUnsafe: makesUnsafe) { RuleEngine().check($0) }.fix(loaded(text))
  }

  private static let header = """
    ## Delivery Tracker
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |

    """

  @Test func `fixes of several rules are made until none is left`() throws {
    let text =
      Self.header
      + "| 1 | APP-10-001 | TODO | None | App | A. |\n| 1 | APP‑10‑002 | TODO | None | App | Run `a|b`. |\n"
    let outcome = try Self.fix(text)
    let file = try #require(outcome.files.first)
    #expect(
      String(decoding: file.after, as: UTF8.self) == Self.header
        + "| 1 | APP-10-001 | TODO | None | App | A. |\n| 2 | APP-10-002 | TODO | None | App | Run `a\\|b`. |\n")
    #expect(file.counts == ["SM101": 1, "SM106": 1, "SM203": 1])
    #expect(file.before == Array(text.utf8))
    #expect(outcome.refusals.isEmpty)
  }

  @Test func `what a person should look at is left unless asked for`() throws {
    let text = Self.header + "| 1 | APP-10-001/002 | TODO | None | App | A. |\n"
    #expect(try Self.fix(text).files.isEmpty)
    let file = try #require(try Self.fix(text, makesUnsafe: true).files.first)
    // The row is split, and then the rows are numbered anew.
    #expect(
      String(decoding: file.after, as: UTF8.self) == Self.header
        + "| 1 | APP-10-001 | TODO | None | App | A. |\n| 2 | APP-10-002 | TODO | None | App | A. |\n")
  }

  @Test func `files that are only there to be referred to are left as they are`() throws {
    let broken = Self.header + "| 1 | APP-10-001 | TODO | None | App | `a|b` |\n"
    let folder = try TemporaryFolder([
      ".sprintmark.yml": "workspace: [.]", "SPRINT_10.md": broken,
      "SPRINT_11.md": broken.replacing("-10-", with: "-11-"),
    ])
    let project = try Project.load(.file(folder.path + "/.sprintmark.yml"))
    let loader = WorkspaceLoader(project)
    let loaded = loader.load([folder.path + "/SPRINT_11.md"])
    let outcome = try Fixer(loader, makesUnsafe: true) { RuleEngine().check($0) }.fix(loaded)
    #expect(outcome.files.map(\.path).count == 1)
    #expect(outcome.files.allSatisfy { $0.path.hasSuffix("SPRINT_11.md") })
  }

  @Test func `hundreds of rows outside their table come back in their order`() throws {
    for gap in ["\n", "A note.\n\n"] {
      let rows = (1...300).map { "| \($0) | APP-10-\(1000 + $0) | TODO | None | App | B. |\n" }
      let text =
        Self.header + rows[0] + "\n" + (gap == "\n" ? "" : gap)
        + rows.dropFirst().joined(separator: gap == "\n" ? gap : "")
      let outcome = try Self.fix(text, makesUnsafe: true)
      let fixed = String(decoding: try #require(outcome.files.first).after, as: UTF8.self)
      #expect(fixed.hasPrefix(Self.header + rows.joined()), "\(fixed.prefix(900))")
      #expect(RuleEngine().check(outcome.loaded.workspace).allSatisfy { $0.code != "SM103" })
    }
  }

  @Test func `a row of an example is no table to move rows to`() throws {
    let text =
      Self.header
      + "| 1 | APP-10-001 | TODO | None | App | A. |\n\n    | 9 | EXAMPLE | TODO | None | App | X. |\n\nNote.\n\n"
      + "| 2 | APP-10-002 | TODO | None | App | B. |\n\n| 3 | APP-10-003 | TODO | None | App | C. |\n"
    let outcome = try Self.fix(text, makesUnsafe: true)
    let fixed = String(decoding: outcome.files.first?.after ?? [], as: UTF8.self)
    #expect(
      fixed.contains("001 | TODO | None | App | A. |\n| 2 | APP-10-002 | TODO | None | App | B. |\n| 3 | APP-10-003"))
  }

  // MARK: Fixes that are wrong

  /// A finding of a rule that does not exist, with a fix of the whole text.
  private static func finding(
    _ code: String, in workspace: Workspace, _ edits: [TextEdit], changing: Set<Fix.Subject> = []
  ) -> Diagnostic {
    Diagnostic(
      code: code, name: "made-up", severity: .error, message: "made up", location: Location(file: 0),
      fixes: [Fix("fix", .safe, edits, changing: changing)], fingerprint: code)
  }

  /// A fix that puts one text for another, wherever that stands first.
  private static func replacing(_ old: String, _ new: String, in workspace: Workspace) -> [TextEdit] {
    let bytes = Bytes(workspace.files[0].disk)
    return bytes.firstRange(of: Bytes(old), from: 0).map {
      [TextEdit(ByteRange($0.lowerBound, $0.upperBound), new)]
    } ?? []
  }

  @Test func `fixes that undo each other are named, and nothing comes of them`() {
    let fixer = Fixer(Self.loader, makesUnsafe: false) { workspace in
      [
        Self.finding("SM998", in: workspace, Self.replacing("one", "two", in: workspace)),
        Self.finding("SM999", in: workspace, Self.replacing("two", "one", in: workspace)),
      ]
    }
    #expect {
      try fixer.fix(Self.loaded("one\n"))
    } throws: { error in
      (error as? Fixer.Unsettled).map { !$0.codes.isEmpty && Set($0.codes).isSubset(of: ["SM998", "SM999"]) } ?? false
    }
  }

  @Test func `a fix that never comes to an end is named`() {
    let fixer = Fixer(Self.loader, makesUnsafe: false) { workspace in
      [Self.finding("SM999", in: workspace, [TextEdit(.empty(at: 0), "x")])]
    }
    #expect(throws: Fixer.Unsettled.self) { try fixer.fix(Self.loaded("one\n")) }
  }

  @Test func `a fix that changes nothing comes to no end either`() {
    let fixer = Fixer(Self.loader, makesUnsafe: false) { workspace in
      [Self.finding("SM999", in: workspace, [TextEdit(ByteRange(0, 3), "one")])]
    }
    #expect(throws: Fixer.Unsettled.self) { try fixer.fix(Self.loaded("one\n")) }
  }

  private static let row = "| 1 | APP-10-001 | DONE (2025-11-02) | APP-09-001 | App Guild | Build. |"

  @Test(arguments: [
    (row, "", "the task APP-10-001"), ("(2025-11-02)", "", "that APP-10-001 is done 2025-11-02"),
    ("DONE", "DOING", "that APP-10-001 is done 2025-11-02"), ("App Guild", "—", "that App Guild owns APP-10-001"),
    ("APP-09-001", "None", "that APP-10-001 depends on APP-09-001"),
    (" Begun. |", " Ended. |", "the log row 2025-11-01 | Ada | Begun."),
  ])
  func `a fix that would lose something is not made, and all else of its file is kept`(
    old: String, new: String, loss: String
  ) throws {
    let text =
      Self.header + Self.row
      + "\n\n## Execution Log\n| Date | Update | Owner |\n| --- | --- | --- |\n| 2025-11-01 | Begun. | Ada |\n"
    let fixer = Fixer(Self.loader, makesUnsafe: false) { workspace in
      [
        Self.finding("SM999", in: workspace, Self.replacing(old, new, in: workspace)),
        Self.finding("SM998", in: workspace, Self.replacing("## Execution", "## The Execution", in: workspace)),
      ].filter { !($0.fixes.first?.edits.isEmpty ?? true) }
    }
    let outcome = try fixer.fix(Self.loaded(text))
    #expect(outcome.files.isEmpty)
    let refusal = try #require(outcome.refusals.first)
    #expect(refusal.codes == ["SM998", "SM999"])
    guard case .losses(let lost) = refusal.reason else {
      Issue.record("\(refusal.reason)")
      return
    }
    #expect(lost.contains(loss))
  }

  @Test func `a fix that would make too much of a file is not made`() throws {
    var project = Project()
    project.configuration.limits[.tasks] = 3
    let fixer = Fixer(WorkspaceLoader(project), makesUnsafe: true) { workspace in
      let row = Self.row.replacing("-001 | DONE", with: "-002 | DONE") + "\n"
      let end = workspace.files[0].text.count
      return [Self.finding("SM999", in: workspace, [TextEdit(.empty(at: end), row + row + row)])]
    }
    let outcome = try fixer.fix(Self.loaded(Self.header + Self.row + "\n"))
    #expect(outcome.files.isEmpty)
    guard case .excess(let excess)? = outcome.refusals.first?.reason else {
      Issue.record("\(outcome.refusals)")
      return
    }
    #expect(excess.kind == .tasks && excess.figure == 4)
  }

  @Test func `what a fix says that it changes may change, in the rows that it touches`() throws {
    let text = Self.header + Self.row + "\n" + Self.row.replacing("-001 | DONE", with: "-002 | DONE") + "\n"
    func outcome(_ changing: Set<Fix.Subject>) throws -> Fixer.Outcome {
      try Fixer(Self.loader, makesUnsafe: false) { workspace in
        let edits = Self.replacing("DONE", "DOING", in: workspace)
        return workspace.files[0].disk.count == text.utf8.count && !edits.isEmpty
          ? [Self.finding("SM999", in: workspace, edits, changing: changing)] : []
      }.fix(Self.loaded(text))
    }
    #expect(try outcome([.status]).files.count == 1)
    #expect(try outcome([.task]).files.count == 1)
    #expect(try outcome([.owner]).files.isEmpty)
  }

  // MARK: Properties

  @Test(arguments: [false, true])
  func `after the fixes nothing is left to fix, and nothing else is lost`(makesUnsafe: Bool) throws {
    var count = 0
    for seed in 1...2_000 {
      let text = DamagedTracker.text(seed)
      let before = Self.loaded(text)
      let outcome = try Self.fix(text, makesUnsafe: makesUnsafe)
      #expect(outcome.refusals.isEmpty, "\(seed): \(outcome.refusals.map(\.reason)) in \(text.debugDescription)")
      guard let file = outcome.files.first else { continue }
      count += 1
      let again = try Self.fix(String(decoding: file.after, as: UTF8.self), makesUnsafe: makesUnsafe)
      #expect(again.files.isEmpty, "\(seed)")
      // A task goes by another name only where its id was written in a wrong way.
      let rules = Set(file.counts.keys)
      if rules.isDisjoint(with: ["SM203", "SM601", "SM109", "SM110"]) {
        #expect(Self.ids(before) == Self.ids(outcome.loaded), "\(seed): \(text.debugDescription)")
        if rules.isDisjoint(with: ["SM101", "SM301", "SM402", "SM403"]) {
          #expect(Self.words(before).isSubset(of: Self.words(outcome.loaded)), "\(seed): \(text.debugDescription)")
        }
      }
      let log = { (loaded: WorkspaceLoader.Loaded) in Set(loaded.workspace.sprints[0].log.map(\.update.value)) }
      if !file.counts.keys.contains("SM101"), !file.counts.keys.contains("SM601") {
        #expect(log(before).isSubset(of: log(outcome.loaded)), "\(seed): \(text.debugDescription)")
      }
    }
    #expect(count > 400)
  }

  /// What each task says of its owners and its state.
  private static func words(_ loaded: WorkspaceLoader.Loaded) -> Set<String> {
    Set(
      loaded.workspace.sprints.flatMap { sprint in
        sprint.tasks.map { task in
          let owners = task.owners.map(\.name.value.withoutBackslashes).joined(separator: "+")
          return "\(task.uid) \(task.state) \(task.status.date?.value.description ?? "") \(owners)"
        }
      })
  }

  @Test func `there are fixtures`() { #expect(Self.fixtures.count > 20) }

  private static func ids(_ loaded: WorkspaceLoader.Loaded) -> Set<String> {
    Set(loaded.workspace.sprints.flatMap { $0.tasks.map(\.uid) })
  }

  private static let fixtures = ((try? FileSystem.entries(of: Places.fixtures)) ?? []).map(\.name)

  @Test(arguments: fixtures)
  func `fixing the fixtures loses nothing and ends`(folder: String) throws {
    for entry in try FileSystem.entries(of: Places.fixtures + "/" + folder) where entry.name.hasSuffix(".md") {
      let text = String(decoding: try FileSystem.read("\(Places.fixtures)/\(folder)/\(entry.name)"), as: UTF8.self)
      let outcome = try Self.fix(text, makesUnsafe: true)
      #expect(outcome.refusals.isEmpty, "\(entry.name)")
      if let file = outcome.files.first {
        #expect(try Self.fix(String(decoding: file.after, as: UTF8.self), makesUnsafe: true).files.isEmpty)
      }
    }
  }

  @Test(arguments: Rule.catalogue.map(\.code))
  func `the example of a rule can be fixed without a loss`(code: String) throws {
    let text = try #require(Rule.named(code)).documentation.firing
    guard code != "SM902", !text.contains("<!-- file:") else { return }
    let outcome = try Self.fix(text, makesUnsafe: true)
    #expect(outcome.refusals.isEmpty)
    let found = RuleEngine().check(outcome.loaded.workspace).filter { $0.code == code }
    #expect(found.allSatisfy { $0.fixes.isEmpty })
  }
}

extension String {
  fileprivate var withoutBackslashes: String { replacing("\\|", with: "|") }
}
