import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

/// The records of `ndjson`, and the table of `csv`.
struct RecordTests {
  private static let text = """
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |
    | 1 | A-1-1 | DONE (2025-11-02) | None | Ada · Bob | =1+1 |
    | 2 | A-1-2 | TODO | A-1-1 and XY-9-9 | Ada | say "so", then |

    ## Execution Log
    | Date (UTC) | Update | Owner |
    | --- | --- | --- |
    | 2025-11-02 | A-1-1 completed. | Ada |

    """

  @Test func `each record is a line that fits the schema`() async throws {
    var lines: [[UInt8]] = []
    func add(_ workspace: Workspace) {
      lines += NDJSONEmitter.ndjson(workspace).split(separator: 0x0A).map(Array.init)
    }
    for (_, text) in HostileText.all { add(Documents.workspace(["SPRINT_10.md": HostileText.tracker(text)])) }
    for (_, text) in Documents.dialects { add(Documents.workspace(["SPRINT_10.md": text])) }
    for seed in 0..<60 { add(Documents.workspace(["SPRINT_10.md": TrackerGenerator.tracker(seed: seed)])) }
    let faults = try await SchemaValidator("ndjson").faults(in: lines)
    #expect(faults.count == lines.count && lines.count > 300)
    for (line, faults) in zip(lines, faults) { #expect(faults == [], "\(String(decoding: line, as: UTF8.self))") }
  }

  @Test func `records are written so`() {
    let text = String(decoding: NDJSONEmitter.ndjson(Documents.workspace(["SPRINT_10.md": Self.text])), as: UTF8.self)
    let place = "\"path\": \"SPRINT_10.md\", \"line\""
    #expect(
      text == """
        {"type": "task", "uid": "A-1-1", "id": "A-1-1", "sprint": "SPRINT_10", \(place): 3, "row": "1", "group": null, "state": "done", "date": "2025-11-02", "note": null, "owners": ["Ada", "Bob"], "paths": [], "definition": "=1+1", "criteria": 0, "criteriaDone": 0, "estimate": null, "priority": null, "notes": null, "ready": false, "stale": false, "inCycle": false, "waitsFor": []}
        {"type": "task", "uid": "A-1-2", "id": "A-1-2", "sprint": "SPRINT_10", \(place): 4, "row": "2", "group": null, "state": "todo", "date": null, "note": null, "owners": ["Ada"], "paths": [], "definition": "say \\"so\\", then", "criteria": 0, "criteriaDone": 0, "estimate": null, "priority": null, "notes": null, "ready": false, "stale": false, "inCycle": false, "waitsFor": ["XY-9-9"]}
        {"type": "log", "sprint": "SPRINT_10", \(place): 9, "date": "2025-11-02", "event": "completed", "update": "A-1-1 completed.", "owner": "Ada", "mentions": ["A-1-1"]}
        {"type": "edge", "from": "A-1-2", "to": "A-1-1", "kind": "task", "text": "A-1-1", "resolution": "exact", \(place): 4}
        {"type": "edge", "from": "A-1-2", "to": null, "kind": "task", "text": "XY-9-9", "resolution": "unresolved", \(place): 4}

        """)
  }

  @Test func `the query in the README is one that jq runs`() async throws {
    let readme = String(decoding: try FileSystem.read(Places.project + "/README.md"), as: UTF8.self)
    let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("jq ") })
    let query = try #require(line.split(separator: "'").dropFirst().first)
    guard (try? await Run.of("jq", ["--version"])) != nil else { return }
    let run = try await Run.of(
      "jq", ["-r", String(query)], input: NDJSONEmitter.ndjson(Documents.workspace(["SPRINT_10.md": Self.text])))
    #expect(run.errorText == "")
    #expect(run.outputText == "A-1-2\tXY-9-9\n")
  }

  // MARK: CSV

  @Test func `the table has a header, and a line for each task`() {
    let lines = table(Documents.workspace(["SPRINT_10.md": Self.text]))
    #expect(lines.map(\.count) == [22, 22, 22])
    #expect(lines.first?.first == "uid" && lines.first?.last == "stale")
    #expect(
      lines[1] == [
        "A-1-1", "A-1-1", "SPRINT_10", "SPRINT_10.md", "3", "1", "", "done", "2025-11-02", "", "Ada; Bob", "", "'=1+1",
        "0", "0", "", "",
        "", "", "", "no", "no",
      ])
    #expect(lines[2][12] == "say \"so\", then")
    #expect(lines[2][18] == "A-1-1; XY-9-9" && lines[2][19] == "XY-9-9")
  }

  @Test(arguments: [
    "=cmd()", "+1+1", "-1-1", "-", "+cmd(' /C calc'!A0)", "@SUM(1)", "=\"a\",b", "-1.2.3", "\u{FF1D}1+1", "'=1", "''-x",
  ])
  func `no cell begins like a formula`(text: String) {
    let lines = definition(text)
    #expect(lines.last?[12] == "'" + text)
    for cell in lines.joined() { #expect(!"=+-@\t\r".contains(cell.first ?? " ")) }
  }

  @Test(arguments: ["-1", "+2.5", "-007", "'", "'quoted'", "a=b", "1-2", "−1", "(=1)"])
  func `what is no formula stays as it is`(text: String) {
    #expect(definition(text).last?[12] == text)
  }

  /// The table of a task that is defined so.
  private func definition(_ text: String) -> [[String]] {
    let cell = text.replacing("|", with: "\\|")
    let rows =
      "| # | Task ID | Status | Owners | Task Definition |\n| --- | --- | --- | --- | --- |\n| 1 | A-1-1 | TODO | Ada | \(cell) |\n"
    return table(Documents.workspace(["SPRINT_10.md": rows]))
  }

  @Test func `a program reads what was written, but for apostrophes`() async throws {
    let program = """
      import csv, io, json, sys
      tables = sys.stdin.buffer.read().split(b"\\0")
      print(json.dumps([[[
          cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in tuple("=+-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20") else cell
          for cell in line] for line in csv.reader(io.StringIO(table.decode(), newline=""), strict=True)]
          for table in tables]))
      """
    let texts = HostileText.all.map(\.value) + ["=1", "'=1", "-x", "''@y", "-1", "say \"so\", then"]
    let workspaces = texts.map { Documents.workspace(["SPRINT_10.md": HostileText.tracker($0)]) }
    let input = Array(workspaces.map(CSVEmitter.csv).joined(separator: [0]))
    let tables = try await Python.run(program, input: input, as: [[[String]]].self)
    #expect(tables.count == texts.count)
    for (workspace, table) in zip(workspaces, tables) {
      let tasks = workspace.sprints[0].tasks
      #expect(table.dropFirst().map { $0[0] } == tasks.map(\.uid))
      #expect(
        table.dropFirst().map { Array($0[12].unicodeScalars) }
          == tasks.map { Array(($0.definition?.value ?? "").unicodeScalars) })
    }
  }

  @Test func `hostile texts stay in their cells`() {
    for (name, text) in HostileText.all {
      let lines = table(Documents.workspace(["SPRINT_10.md": HostileText.tracker(text)]))
      #expect(lines.map(\.count) == [22, 22, 22], "\(name)")
    }
    for seed in 0..<60 {
      let workspace = Documents.workspace(["SPRINT_10.md": TrackerGenerator.tracker(seed: seed)])
      let lines = table(workspace)
      #expect(lines.allSatisfy { $0.count == 22 })
      #expect(lines.dropFirst().map { $0[0] } == workspace.sprints[0].tasks.map(\.uid))
    }
  }

  /// Reads CSV as RFC 4180 has it; what it does not allow makes the test fail by the count of cells.
  private func table(_ workspace: Workspace) -> [[String]] {
    var lines: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    let bytes = CSVEmitter.csv(workspace)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (byte, isQuoted) {
      case (UInt8(ascii: "\""), true) where next == UInt8(ascii: "\""):
        cell.append(byte)
        index += 1
      case (UInt8(ascii: "\""), _): isQuoted.toggle()
      case (UInt8(ascii: ","), false):
        lines[lines.count - 1].append(text())
        cell = []
      case (0x0D, false) where next == 0x0A:
        lines[lines.count - 1].append(text())
        cell = []
        lines.append([])
        index += 1
      default: cell.append(byte)
      }
      index += 1
    }
    #expect(lines.last == [] && cell == [] && !isQuoted)
    return lines.dropLast()
  }

  @Test func `a quote with a mark on it ends no cell`() {
    let text = """
      ## Delivery Tracker
      | # | Task ID | Status | Key dependency | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | APP-1-001 | TODO | None | App | a"\u{301},=HYPERLINK("\u{301}x"\u{301}),"\u{301}b |

      """
    let csv = String(decoding: CSVEmitter.csv(Documents.workspace(["SPRINT_1.md": text])), as: UTF8.self)
    #expect(Array(csv.utf8).filter { $0 == UInt8(ascii: "\"") }.count.isMultiple(of: 2))
    // Without the doubled quotes, each cell that has a comma in it stands between two.
    #expect(csv.contains("\"a\"\"\u{301},=HYPERLINK(\"\"\u{301}x\"\"\u{301}),\"\"\u{301}b\""))
  }
}
