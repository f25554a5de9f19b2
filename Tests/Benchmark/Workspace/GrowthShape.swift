/// A tracker of some number of pieces, in a shape that has one rule, reader or algorithm work hardest.
struct GrowthShape: Sendable {
  let name: String
  let text: @Sendable (_ count: Int) -> String

  /// What is run on each shape.
  enum Command: String, CaseIterable, Sendable {
    case lint, tree, compile
    case fmt

    var arguments: [String] {
      switch self {
      case .lint: ["lint"]
      case .tree: ["tree"]
      case .compile: ["compile", "--emit", "json"]
      case .fmt: ["fmt", "--check"]
      }
    }
  }

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
}

extension GrowthShape {
  static let all = tables + texts

  private static let tables = [
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
    GrowthShape("one id in all rows") { count in
      header + (0..<count).map { "| \($0 + 1) | APP-10-1 | TODO | \(id($0)) | App Guild | Build. |\n" }.joined()
    },
    GrowthShape("rows cut off") { count in
      header + (0..<count).map { "| 1 | \(id($0)) | TODO | None | App Guild | Build. |\n\nA note.\n\n" }.joined()
    },
    GrowthShape("rows split") { count in
      header + (0..<count).map { "| 1 | \(id($0)) | TODO | None | App Guild | Build\nit. |\n" }.joined()
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
    lines("log rows out of order", below: log) { "| 20\(10 + $0 * 7 % 80)-11-05 | note \($0). | App |\n" },
    lines("log rows about nobody", below: log) { "| 2025-11-05 | \(id($0 + 9)) started. | App |\n" },
    lines("log rows without dates", below: log) { "| soon | note \($0). | |\n" },
    lines("log rows in another section", below: "## Decisions & Risks") { "\n| 2025-11-05 | note \($0). | App |\n" },
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
