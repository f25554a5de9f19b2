/// A tracker of some number of pieces, in a shape that has one rule, reader or algorithm work hardest.
struct GrowthShape: Sendable {
  let name: String
  let text: @Sendable (_ count: Int) -> String

  /// What is run on a shape.
  enum Command: String, CaseIterable, Sendable {
    case lint, fix, fmt, compile, markdown, template
    // The graph, and what is asked about it.
    case tree, list, why, show, stats, dot, mermaid, csv, jira

    /// The words before and behind the path.
    var arguments: [String] {
      switch self {
      case .lint: ["lint"]
      case .fix: ["lint", "--diff", "--unsafe-fixes", "--fail-on", "off"]
      case .fmt: ["fmt", "--check"]
      case .template: ["fmt", "--to", "standard", "--check"]
      case .compile: ["compile", "--emit", "json"]
      case .markdown: ["compile", "--emit", "markdown", "--expand-references"]
      case .tree, .list, .stats: [rawValue]
      case .why, .show: [rawValue, GrowthShape.first]
      case .dot, .mermaid: ["compile", "--emit", rawValue, "--collapse", "never"]
      case .csv: ["compile", "--emit", "csv"]
      case .jira: ["compile", "--emit", "jira-csv"]
      }
    }

    /// Whether it is about tasks and their dependencies alone, so that other texts say nothing about its growth.
    var isAboutGraph: Bool {
      switch self {
      case .lint, .fix, .fmt, .compile, .markdown, .template: false
      case .tree, .list, .why, .show, .stats, .dot, .mermaid, .csv, .jira: true
      }
    }

    /// The shapes that it is run on.
    var shapes: [GrowthShape] { isAboutGraph ? GrowthShape.tables : GrowthShape.all }
  }

  /// A tracker with next to nothing in it.
  static let nothing = header + "| 1 | \(id(0)) | TODO | None | App Guild | Build. |\n"

  /// The task that is asked about.
  static let first = id(0)

  private init(_ name: String, _ text: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.text = text
  }

  /// Rows of the standard template.
  private static func tasks(
    _ name: String, status: String = "BLOCKED",
    _ dependencies: @escaping @Sendable (_ number: Int, _ count: Int) -> String
  ) -> GrowthShape {
    GrowthShape(name) { count in
      header
        + (0..<count).map { number in
          "| \(number + 1) | \(id(number)) | \(status) | \(dependencies(number, count)) | App Guild | Build. |\n"
        }.joined()
    }
  }

  /// Lines below a heading of a tracker with one task.
  private static func lines(_ name: String, below heading: String, _ line: @escaping @Sendable (Int) -> String)
    -> GrowthShape
  {
    GrowthShape(name) { count in
      header + "| 1 | \(id(1)) | TODO | None | App Guild | Build. |\n\n\(heading)\n" + (0..<count).map(line).joined()
    }
  }

  /// One cell for dependencies, on one line.
  private static func cell(_ name: String, _ piece: @escaping @Sendable (Int) -> String) -> GrowthShape {
    GrowthShape(name) { count in
      header + "| 1 | \(id(0)) | TODO | \((0..<count).map(piece).joined()) | App Guild | Build. |\n"
    }
  }

  private static let header = """
    # Sprint 10 · Growth

    ## Delivery Tracker
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |

    """
  private static let log = "## Execution Log\n| Date (UTC) | Update | Owner |\n| --- | --- | --- |"

  private static func id(_ number: Int) -> String { "APP-10-\(100_000 + number)" }

  /// Three letters for a number.
  private static func word(_ number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String([letters[number / 676 % 26], letters[number / 26 % 26], letters[number % 26]])
  }
}

extension GrowthShape {
  static let all = tables + texts

  static let tables = [
    tasks("a chain up") { number, _ in number > 0 ? id(number - 1) : "None" },
    tasks("a chain down") { number, count in number < count - 1 ? id(number + 1) : "None" },
    tasks("a cycle") { number, count in id((number + 1) % count) },
    tasks("cycles of two") { number, _ in id(number ^ 1) },
    tasks("a knot") { number, count in "\(id((number + 1) % count)), \(id((number + 2) % count))" },
    tasks("one that all wait for") { number, _ in number > 0 ? id(0) : "None" },
    tasks("a ladder") { number, count in number < count - 2 ? "\(id(number + 1)), \(id(number + 2))" : "None" },
    tasks("stale blocks", status: "DONE") { number, _ in number > 0 ? id(number - 1) : "None" },
    tasks("nothing wrong", status: "TODO") { _, _ in "None" },
    tasks("ids that nobody declares") { number, _ in "APQ-10-\(100_000 + number)" },
    tasks("shorthand") { number, _ in "10-\(100_000 + number / 2)" },
    tasks("itself") { number, _ in id(number) },
    tasks("words") { number, _ in "Waiting for vendor \(number) to ship" },
    tasks("the same words") { _, _ in "Waiting for the vendor to ship" },
    tasks("unknown states", status: "ZORK") { _, _ in "None" },
    tasks("sprints") { number, _ in "Sprint \(number + 11)" },
    tasks("a chain with words at each task") { number, count in
      "\(number < count - 1 ? id(number + 1) + " and " : "")waiting for vendor \(number) to ship"
    },
    tasks("stars") { number, count in number == 0 ? (1..<min(count, 8_000)).map(id).joined(separator: ", ") : "None" },
    tasks("itself, but for a letter") { number, _ in
      "\(number > 0 ? id(number - 1) + ", " : "")APQ-10-\(100_000 + number)"
    },
    tasks("number signs") { _, _ in "Needs a" + String(repeating: "#", count: 200) + "b" },
    tasks("begun before", status: "DOING") { number, _ in number > 0 ? id(number - 1) : "Needs a key" },
    tasks("states without a date", status: "DONE") { number, _ in number > 0 ? id(number - 1) : "None" },
    GrowthShape("many ids for one name") { count in
      let rows = (0..<count / 30).map { "| \($0) | \(word($0))-CORE-10-001 | TODO | None | App | Build. |\n" }
      return header + rows.joined()
        + (0..<min(count, 1_500)).map { "| \($0) | \(id($0)) | BLOCKED | CORE-10-001 | App | Build. |\n" }.joined()
    },
    GrowthShape("several ids in a row") { count in
      header + (0..<count).map { "| \($0) | \(id($0 * 3))/\(id($0 * 3 + 1)) | TODO | None | App | Build. |\n" }.joined()
    },
    GrowthShape("ids with other hyphens, and numbers that stand twice") { count in
      header
        + (0..<count).map { "| 1 | \(id($0).replacing("-", with: "\u{2011}")) | TODO | None | App | Build. |\n" }
        .joined()
    },
    GrowthShape("one id, asked for and logged") { count in
      header + (0..<count).map { "| \($0) | \(id(0)) | BLOCKED | \(id(0)) | App | Build \($0). |\n" }.joined()
        + log + (0..<count).map { "\n| 2025-11-05 | \(id(0)) completed \($0). | App |" }.joined() + "\n"
    },
    GrowthShape("criteria that are not met") { count in
      (0..<count).map { "### \(id($0)) - Build\nStatus: DONE\nCompletion criteria:\n- [x] a\n- [ ] b\n\n" }.joined()
    },
    GrowthShape("one id in all rows") { count in
      header + (0..<count).map { "| \($0 + 1) | \(first) | TODO | \(id($0)) | App Guild | Build. |\n" }.joined()
    },
    GrowthShape("rows cut off") { count in
      header + (0..<count).map { "| 1 | \(id($0)) | TODO | None | App Guild | Build. |\n\nA note.\n\n" }.joined()
    },
    GrowthShape("rows split") { count in
      header + (0..<count).map { "| 1 | \(id($0)) | TODO | None | App Guild | Build\nit. |\n" }.joined()
    },
    GrowthShape("an id with many underscores") { count in
      let ids = (0..<3).map(id) + ["Z\(String(repeating: "_", count: min(count * 30, 120_000)))1"]
      return header + ids.map { "| 1 | \($0) | TODO | None | App Guild | Build. |\n" }.joined()
    },
    GrowthShape("many tables") { count in
      (0..<count).map { "| Task ID | Status |\n| --- | --- |\n| \(id($0)) | TODO |\n\n" }.joined()
    },
    GrowthShape("blocks of tasks") { count in
      (0..<count).map { "### \(id($0)) - Build\nStatus: DOING\nDependency: \(id($0 + 1))\n\n" }.joined()
    },
    GrowthShape("bullets") { count in "## Backlog\n" + (0..<count).map { "- [ ] \(id($0)): Build\n" }.joined() },
    GrowthShape("groups") { count in
      (0..<count).map { "## Wave \($0)\n| Task ID | Status |\n| --- | --- |\n| \(id($0)) | TODO |\n\n" }.joined()
    },
  ]

  private static let texts = [
    lines("equal log rows", below: log) { _ in "| 2025-11-05 | \(id(1)) started. | App |\n" },
    lines("log rows that differ", below: log) { "| 2025-11-05 | \(id(1)) note \($0). | App |\n" },
    // Put together, their cells are the same.
    lines("log rows of the same letters", below: log) { number in
      let (date, update) = (number % 64 + 1, number / 64 % 64 + 16)
      return "| "
        + [date, update, 200 - date - update].map { String(repeating: "a", count: $0) }.joined(separator: " | ")
        + " |\n"
    },
    lines("log rows out of order", below: log) { "| 20\(10 + $0 * 7 % 80)-11-05 | note \($0). | App |\n" },
    lines("log rows about nobody", below: log) { "| 2025-11-05 | \(id($0 + 9)) started. | App |\n" },
    lines("log rows without dates", below: log) { "| soon | note \($0). | |\n" },
    lines("log rows in another section", below: "## Decisions & Risks") { "\n| 2025-11-05 | note \($0). | App |\n" },
    GrowthShape("states that contradict each other") { count in
      let done = "DONE (2025-11-05)"
      let states = [done, "BLOCKED", "TODO", "DOING", done, done, done, "DONE"]
      return header
        + (0..<count).map { "| \($0) | \(id($0)) | \(states[$0 % 8]) | \(id(max(0, $0 - 1))) | App | Build. |\n" }
        .joined()
    },
    GrowthShape("days that there are not") { count in
      header + (0..<count).map { "| \($0) | \(id($0)) | DONE (2025-02-30) | None | App | Build. |\n" }.joined()
    },
    GrowthShape("a log that contradicts the rows") { count in
      header
        + (0..<count).map { "| \($0) | \(id($0)) | \($0 % 2 == 0 ? "DONE" : "TODO") | None | App | Build. |\n" }
        .joined()
        + "\n" + log
        + (0..<count).map {
          "\n| 2025-11-\(28 - $0 * 18 / count) | \(id($0 % 4 == 0 ? 1 : $0)) completed. | \($0 % 5 == 0 ? "" : "App") |"
        }.joined() + "\n"
    },
    lines("a log with rows out of order", below: log) {
      "| \($0 % 10 == 9 ? 1_900 : 9_999 - $0)-11-05 | note \($0). | App |\n"
    },
    lines("signs that are no text", below: "## Notes") { _ in "a\r b\0 " },
    GrowthShape("log rows in another section, and a log") { count in
      header + "| 1 | \(id(1)) | TODO | None | App Guild | Build. |\n\n" + log
        + (0..<count).map { "\n| 2025-11-05 | note \($0). | App |" }.joined() + "\n\n## Decisions & Risks\n"
        + (0..<count).map { "\n| 2024-11-05 | other \($0). | App |\n" }.joined()
    },
    lines("statements", below: "## Decisions & Risks") { _ in "- \(id(1)) is done.\n" },
    lines("one long statement", below: "## Decisions & Risks") { _ in "\(id(1)) is done. " },
    lines("links", below: "## Notes") { "[a](b\($0).md)\n\n" },
    lines("links on one line", below: "## Notes") { "[a](b\($0).md) " },
    lines("comments to the linter", below: "## Notes") { _ in "<!-- sprintmark-disable-next-line SM303: x -->\n" },
    lines("bytes that are no text", below: "## Notes") { _ in "a\u{1} " },
    lines("garbled text", below: "## Notes") { _ in "It\u{E2}\u{20AC}\u{2122}s \u{C3}\u{A9}t\u{C3}\u{A9}.\n" },
    lines("blank lines", below: "- - - - - - - - a") { _ in "\n" },
    cell("dependencies in one cell") { "APQ-10-\(100_000 + $0), " },
    cell("a list in one cell") { $0 == 0 ? id(0) : "/\(100_000 + $0)" },
    cell("sprints in one cell") { "Sprint \($0 + 11), " },
    cell("numbers in one cell") { "\($0) " },
    cell("pipes in code") { _ in "`a|b` " },
    GrowthShape("a document without line breaks") { count in
      "# Sprint 10 ## Delivery Tracker | Task ID | Status | | --- | --- | "
        + (0..<min(count, 3_000)).map { "| \(id($0)) | TODO | " }.joined()
    },
  ]
}
