import SprintDriver
import SprintFormatter
import SprintModel
import SprintSource
import SprintTesting
import Testing

struct GuaranteeTests {
  private static let text = """
    # Sprint 10 · App

    ## Delivery Tracker

    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |
    | 1 | APP-10-001 | Done (2025-11-02) | None | App Guild | Build [it](a.md). |
    | 2 | APP-10-002 | BLOCKED | APP-10-001 | App Guild | Test it. |

    ## Execution Log

    | Date (UTC) | Update | Owner |
    | --- | --- | --- |
    | 2025-11-02 | APP-10-001 completed. | App Guild |

    ## Decisions & Risks

    - APP-10-002 remains blocked.
    - Other text.

    - Last text.

    ## Appendix

    Hard  \nbreak, `code`.

    """

  /// What is broken by writing one text for another.
  private func broken(_ old: String, _ new: String, isRespelling: Bool = false) throws -> Guarantee? {
    let bytes = Array(Self.text.utf8)
    let range = try #require(Bytes(bytes).firstRange(of: Bytes(old), from: 0))
    let edit = TextEdit(ByteRange(range.lowerBound, range.upperBound), new)
    func read(_ bytes: [UInt8]) -> (SourceFile, Sprint) {
      Formatted.loader.read(SourceFile(path: "SPRINT_10.md", bytes: bytes))
    }
    return Guarantee.broken(
      from: read(bytes), to: read(TextEdit.apply([edit], to: bytes).text), respellings: isRespelling ? [edit] : [],
      edits: [edit])
  }

  @Test(arguments: [
    ("| App Guild | Build", "| Web Guild | Build"), ("[it](a.md)", "[it](b.md)"), ("APP-10-002", "APP-10-003"),
    ("2025-11-02) |", "2025-11-03) |"), ("remains", "is"), ("Other", "An other"), ("None", "Key"),
    ("## Execution Log", "## Log of work"),
    ("Sprint 10", "Sprint 11"), ("Test it", "Test"), ("completed", "started"), ("| 2 | APP", "| 3 | APP"),
    ("App Guild |\n\n##", "Web Guild |\n\n##"),
  ])
  func `a change of the model is found`(old: String, new: String) throws {
    guard case .model = try broken(old, new) else {
      Issue.record("\(old) → \(new): \(String(describing: try broken(old, new)))")
      return
    }
  }

  @Test(arguments: [
    ("Hard  \n", "Hard\n"), ("text.\n\n- Last", "text.\n- Last"), ("`code`", "`code `"), ("# Sprint", "## Sprint"),
    ("| --- | --- | --- |\n| 2025", "| :-- | --- | --- |\n| 2025"),
  ])
  func `a change of the page is found`(old: String, new: String) throws {
    #expect(try broken(old, new) == .page)
  }

  @Test(arguments: [
    ("\n\n## Execution", "\n## Execution"), ("| 2 | APP", "|2|APP"),
    ("- Other", "-  Other"),
  ])
  func `a change of the layout is none`(old: String, new: String) throws {
    #expect(try broken(old, new) == nil)
  }

  @Test func `a respelling may change the word, and nothing else`() throws {
    #expect(try broken("Done", "DONE", isRespelling: true) == nil)
    #expect(try broken("Done", "DONE") != nil)
    #expect(try broken("Done", "TODO", isRespelling: true) == .model("that APP-10-001 is done 2025-11-02"))
    #expect(try broken("Done (2025-11-02)", "DONE (2025-11-03", isRespelling: true) == nil)
    #expect(try broken("Done", "*DONE*", isRespelling: true) == .page)
  }

  @Test func `a file that would read otherwise is left as it is, and the reason is named`() {
    // A reader that finds a task less once the text is another.
    let text = Array(Self.text.utf8)
    let formatter = TrackerFormatter { file in
      var (file, sprint) = Formatted.loader.read(file)
      if file.disk != text { sprint.tasks.removeLast() }
      return (file, sprint)
    }
    let (file, sprint) = Formatted.loader.read(SourceFile(path: "SPRINT_10.md", bytes: text))
    let result = formatter.format(file, sprint).result
    #expect(result == .refused(.model("the task APP-10-002")))
    guard case .refused(let guarantee) = result else { return }
    #expect("\(guarantee)" == "the model would lose the task APP-10-002")
  }

  @Test(arguments: [RepairKind.outerFence, .mojibake, .flattened]) func `what arrived damaged is left as it is`(
    kind: RepairKind
  ) throws {
    let text =
      switch kind {
      case .outerFence: "```markdown\n\(Self.text)\n```\n"
      case .mojibake:
        String(
          String.UnicodeScalarView(
            Self.text.replacing("Build", with: "Prüfe – „Änderung“").utf8.map { Unicode.Scalar($0) }))
      case .flattened: Self.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      }
    #expect(Formatted.file(Array(text.utf8)).result == .damaged(kind))
  }

  @Test func `a table with too many cells is left as it is`() {
    let header = String(repeating: "|a", count: 2_000) + "|\n" + String(repeating: "|-", count: 2_000) + "|\n"
    #expect(Formatted.text(header + String(repeating: "|x|\n", count: 2_000)) == "too large: columns")
  }
}
