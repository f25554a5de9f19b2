import SprintMarkdown
import SprintModel
import SprintSource
import SprintTesting
import Testing

@testable import SprintReader

struct ColumnMapTests {
  private static func table(_ header: String, _ rows: [String]) -> String {
    let columns = header.split(separator: "|").count
    let lines = [header] + [String(repeating: "---|", count: columns)] + rows
    return lines.map { "|" + $0 + ($0.hasSuffix("|") ? "" : "|") + "\n" }.joined()
  }

  /// The columns of a table, each with what its first row holds.
  private func cells(_ text: String) throws -> [Vocabulary.Column: String] {
    let context = Context(text)
    let table = try #require(context.tables.first)
    let map = ColumnMap(table, context.reading)
    let row = try #require(LogicalRow.rows(of: table, context.file).first)
    var found: [Vocabulary.Column: String] = [:]
    for column in Vocabulary.Column.allCases { found[column] = context.text(map.cell(column, of: row)) }
    return found
  }

  @Test(
    arguments: [
      (
        "#|Task ID|Status|Key dependency / next step|Owners|Task Definition", "1|A-1|TODO|—|Ada|Do it",
        [.number: "1", .id: "A-1", .status: "TODO", .dependencies: "—", .owners: "Ada", .definition: "Do it"]
      ),
      // In any order, with and without the plural, the brackets and the emphasis.
      (
        "**Owner(s)**|STATE|`Task-ID`|Depends On|Exit Criteria", "Ada|TODO|A-1|—|Done",
        [.owners: "Ada", .status: "TODO", .id: "A-1", .dependencies: "—", .criteria: "Done"]
      ),
      (
        "ID|Story (Epic)|MoSCoW|Est|R/A|C/I|Deps", "A-1|Do it|Must|3|Ada|Bo|—",
        [.id: "A-1", .definition: "Do it", .priority: "Must", .estimate: "3", .owners: "Ada", .dependencies: "—"]
      ),
      // Of two columns of one kind the first counts.
      ("ID|Status|State", "A-1|TODO|DONE", [.id: "A-1", .status: "TODO"]),
      // Ids under `#`, or in the column of names.
      ("#|Story|Status", "A-1|Do it|TODO", [.id: "A-1", .definition: "Do it", .status: "TODO"]),
      ("#|Story|Status", "2.1|Do it|TODO", [.id: "2.1", .definition: "Do it", .status: "TODO"]),
      ("Task|Status", "T1: Do it|TODO", [.id: "T1: Do it", .status: "TODO"]),
      ("Task|Description|Status", "A-1|Do it|TODO", [.id: "A-1", .definition: "Do it", .status: "TODO"]),
      // Numbers of rows are no ids, nor are numbers in names.
      ("#|Story|Status", "1|Do it|TODO", [.number: "1", .definition: "Do it", .status: "TODO"]),
      ("Task|Status", "2.1 Do it|TODO", [.definition: "2.1 Do it", .status: "TODO"]),
      ("Task|Status", "Do it|TODO", [.definition: "Do it", .status: "TODO"]),
      // A named column comes first.
      ("Task|ID|Status", "A-1 Do it|B-1|TODO", [.definition: "A-1 Do it", .id: "B-1", .status: "TODO"]),
    ] as [(String, String, [Vocabulary.Column: String])])
  func `columns are found by their names, ids also by their looks`(
    _ header: String, _ row: String, _ expected: [Vocabulary.Column: String]
  ) throws {
    #expect(try cells(Self.table(header, [row])) == expected)
  }

  @Test(arguments: [
    (["A-1", "A-2", "A-3"], true), (["A-1", "A-2", "later"], true), (["A-1", "later", "later"], false),
    (["A-1", "A-2", "A-3", "x", "y"], true), (["A-1", "A-2", "x", "y"], false),
  ])
  func `three in five cells must be ids`(_ ids: [String], _ isFound: Bool) throws {
    let cells = try cells(Self.table("#|Story|Status", ids.map { "\($0)|Do it|TODO" }))
    #expect(cells[.id] == (isFound ? ids[0] : nil))
  }

  @Test(
    arguments: [
      ("ID|Risk|Owner|Status", "R1|Late|Ada|Open", .foreignHeader("Risk")),
      ("ID|Status|Mitigation", "R1|Open|Order early", .foreignHeader("Mitigation")),
      ("Stage|Gate|Status", "S1|Smoke tests|DONE", .foreignHeader("Stage")),
      ("ID|Blocker|Owner", "B1|No van|Ada", .foreignHeader("Blocker")),
      ("Day|Focus|Owner", "D1|Load|Ada", .noIDs(unknown: ["Day", "Focus"])),
      ("Name|Status", "Load|TODO", .noIDs(unknown: [])),
      ("ID|Colour", "A-1|red", .noWork(unknown: ["Colour"])),
      ("ID|Title", "A-1|Load", .noWork(unknown: [])),
      ("Ref|Wie weit", "A-1|DONE", .unknownHeaders(ids: "Ref", states: "Wie weit")),
      // One column cannot be both.
      ("Ref|Wort", "A-1|red", .noIDs(unknown: ["Ref", "Wort"])),
    ] as [(String, String, Reading.Reason)])
  func `a refusal has its reason`(_ header: String, _ row: String, _ reason: Reading.Reason) throws {
    let context = Context(Self.table(header, [row]))
    let table = try #require(context.tables.first)
    #expect(ColumnMap(table, context.reading).refusal(table, context.reading) == reason)
  }

  @Test(arguments: [
    ("Task ID|State|Summary|Owner / Source|Depends On", ["depends-column", "story-table"]),
    (
      "ID|Status|Owner(s)|Depends on|Description|Exit Criteria",
      ["module-board", "depends-column", "workstream", "story-table"]
    ),
    ("#|Task ID & handle|State|Key dependency / next step|Owners", ["handle", "story-table"]),
    ("Task ID|State|Exit criteria|Owners", ["workstream", "story-table"]),
    ("ID|Title|Points", ["story-table"]),
    ("Wave|Guild owners|Shared prerequisites|Status|Notes", ["waves"]),
    ("ID|Title", []), ("ID|Risk|Status", []), ("Date|Update|Owner", []),
  ])
  func `dialects have the columns that they need`(_ header: String, _ dialects: [String]) throws {
    let context = Context(Self.table(header, ["x|x|x|x|x|x"]))
    let map = ColumnMap(try #require(context.tables.first), context.reading)
    let found = Dialect.standard.filter { dialect in
      switch dialect.shape {
      case .table(let shape), .groupTable(let shape): map.fits(shape)
      default: false
      }
    }
    #expect(found.map(\.name) == dialects)
  }

  @Test func `a table without outer pipes is told from one with them`() throws {
    let header = "Task ID | State | Task description | Owners\n--- | --- | --- | ---\nA-1 | TODO | Do it | Ada\n"
    #expect(Documents.sprint("# Sprint\n\n" + header).dialect == "pipe-less")
    #expect(
      Documents.sprint("# Sprint\n\n" + header.split(separator: "\n").map { "| \($0) |\n" }.joined()).dialect
        == "story-table")
  }
}
