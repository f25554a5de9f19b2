import SprintEmitters
import SprintLinker
import SprintSource
import SprintTesting
import Testing

struct ModelEmitterTests {
  private let validator = SchemaValidator("model")

  @Test func `what is written fits the schema`() async throws {
    var names = Documents.dialects.map(\.key)
    var documents = Documents.dialects.map { ModelEmitter.json(Documents.workspace(["docs/SPRINT_10.md": $0.value])) }
    for (name, text) in HostileText.all {
      names.append(name)
      documents.append(ModelEmitter.json(Documents.workspace(["\(name)/SPRINT_10.md": HostileText.tracker(text)])))
    }
    for seed in 0..<100 {
      names.append("seed \(seed)")
      documents.append(ModelEmitter.json(Documents.workspace(["SPRINT_10.md": TrackerGenerator.tracker(seed: seed)])))
    }
    documents.append(ModelEmitter.json(Documents.workspace([:])))
    documents.append(ModelEmitter.json(Documents.workspace(["SPRINT_10.md": ""])))
    documents.append(
      ModelEmitter.json(
        Documents.workspace([
          "SPRINT_10.md": Documents.standard, "SPRINT_11.md": Documents.taskBlocks, "b.md": Documents.bullets,
        ])))
    let faults = try await validator.faults(in: documents)
    #expect(faults.count == documents.count)
    for (name, faults) in zip(names + ["nothing", "an empty file", "three files"], faults) {
      #expect(faults == [], "\(name)")
    }
  }

  /// A change to a valid document that makes it invalid: so that the test above can fail.
  @Test(arguments: [
    ("\"schemaVersion\": 1", "\"schemaVersion\": 2"), ("\"schemaVersion\": 1", "\"schemaVersion\": 1, \"more\": 0"),
    ("\"cycles\": []", "\"cycles\": [[\"A\"]]"), ("\"state\": \"todo\"", "\"state\": \"to do\""),
    ("\"state\": \"todo\", ", ""), ("\"column\": 1}", "\"column\": 0}"), ("\"id\": \"A1\"", "\"id\": \"\""),
    ("\"date\": \"2025-11-02\"", "\"date\": \"2025-11-32\""), ("\"resolution\": \"exact\"", "\"resolution\": null"),
    ("\"kind\": \"task\"", "\"kind\": \"none\""), ("\"owners\": [{", "\"owners\": [{\"mail\": \"a\", "),
    ("\"targets\": [\"SPRINT_10#A1\"]", "\"targets\": []"), ("\"event\": \"completed\"", "\"event\": \"Completed\""),
    ("\"line\": 6", "\"line\": \"6\""), ("\"path\": \"SPRINT_10.md\"", "\"path\": null"),
    ("\"id\": \"A1\"", "\"id\": \"A1\", \"id\": \"A1\""),
  ])
  func `what does not fit the schema is refused`(part: String, replacement: String) async throws {
    let text = String(decoding: ModelEmitter.json(Documents.workspace(["SPRINT_10.md": Self.small])), as: UTF8.self)
    try #require(text.contains(part))
    let faults = try await validator.faults(in: [
      Array(text.utf8), Array(text.replacing(part, with: replacement, maxReplacements: 1).utf8),
    ])
    #expect(faults.first == [])
    #expect(faults.last?.isEmpty == false)
  }

  private static let small = """
    # Sprint 10 · App

    ## Delivery Tracker
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |
    | 1 | A1 | DONE (2025-11-02) | None | App Guild (src/app) | Größe 😀. |
    | 2 | A2 | TODO | A1, WEB-1-1 | App Guild | Test. |

    ## Execution Log
    | Date (UTC) | Update | Owner |
    | --- | --- | --- |
    | 2025-11-02 | WEB-1-1 completed. | App |

    """

  @Test func `a small model is written so, and not otherwise`() {
    let text = String(decoding: ModelEmitter.json(Documents.workspace(["SPRINT_10.md": Self.small])), as: UTF8.self)
    #expect(
      text == """
        {
          "schemaVersion": 1,
          "sprints": [
            {
              "path": "SPRINT_10.md",
              "number": "10",
              "code": null,
              "title": "Sprint 10 · App",
              "dialect": "standard",
              "startDate": null,
              "endDate": null,
              "workingDirectories": [],
              "prerequisites": [],
              "dependsOnSprints": [],
              "groups": [],
              "tasks": [
                {"id": "A1", "uid": "SPRINT_10#A1", "row": "1", "group": null, "status": {"state": "done", "date": "2025-11-02", "note": null, "text": "DONE (2025-11-02)"}, "owners": [{"name": "App Guild"}], "paths": ["src/app"], "definition": "Größe 😀.", "acceptance": [], "estimate": null, "priority": null, "notes": null, "dependencies": [{"text": "None", "kind": "none", "resolution": null, "targets": [], "range": {"start": {"line": 6, "column": 32}, "end": {"line": 6, "column": 36}}}], "range": {"start": {"line": 6, "column": 1}, "end": {"line": 6, "column": 71}}},
                {"id": "A2", "uid": "SPRINT_10#A2", "row": "2", "group": null, "status": {"state": "todo", "date": null, "note": null, "text": "TODO"}, "owners": [{"name": "App Guild"}], "paths": [], "definition": "Test.", "acceptance": [], "estimate": null, "priority": null, "notes": null, "dependencies": [{"text": "A1", "kind": "task", "resolution": "exact", "targets": ["SPRINT_10#A1"], "range": {"start": {"line": 7, "column": 19}, "end": {"line": 7, "column": 21}}}, {"text": "WEB-1-1", "kind": "task", "resolution": "unresolved", "targets": ["WEB-1-1"], "range": {"start": {"line": 7, "column": 23}, "end": {"line": 7, "column": 30}}}], "range": {"start": {"line": 7, "column": 1}, "end": {"line": 7, "column": 52}}}
              ],
              "log": [
                {"date": "2025-11-02", "update": "WEB-1-1 completed.", "owner": "App", "mentions": ["WEB-1-1"], "event": "completed", "range": {"start": {"line": 12, "column": 1}, "end": {"line": 12, "column": 42}}}
              ],
              "decisions": [],
              "checkpoints": []
            }
          ],
          "graph": {
            "edges": [
              {"from": "SPRINT_10#A2", "to": "SPRINT_10#A1", "path": "SPRINT_10.md", "line": 7}
            ],
            "cycles": [],
            "unresolved": [
              {"from": "SPRINT_10#A2", "text": "WEB-1-1", "path": "SPRINT_10.md", "line": 7}
            ]
          }
        }

        """)
  }

  @Test(arguments: HostileText.all.map(\.key))
  func `a hostile text comes out as it went in`(name: String) throws {
    let text = try #require(HostileText.all.first { $0.key == name }?.value)
    let model = try JSONModel(ModelEmitter.json(Documents.workspace(["SPRINT_10.md": HostileText.tracker(text)])))
    #expect(model.sprints.first?.tasks.first?.definition == text)
    #expect(model.sprints.first?.log.first?.update == text)
    #expect(model.sprints.first?.decisions == [text])
  }

  @Test func `the graph names cycles and both ends of edges`() throws {
    let header =
      "## Delivery Tracker\n| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |\n| --- | --- | --- | --- | --- | --- |\n"
    let model = try JSONModel(
      ModelEmitter.json(
        Documents.workspace([
          "SPRINT_10.md": header + "| 1 | A-1-1 | TODO | B-1-1 | App | A. |\n",
          "SPRINT_11.md": header + "| 1 | B-1-1 | TODO | A-1-1 | App | A. |\n",
        ])))
    #expect(model.graph.cycles == [["A-1-1", "B-1-1"]])
    #expect(
      model.graph.edges.map { "\($0.from) waits for \($0.to)" } == ["A-1-1 waits for B-1-1", "B-1-1 waits for A-1-1"])
  }

  @Test(arguments: 1...8) func `a large model goes out in pieces, in the order of the sprints`(threads: Int) throws {
    let files = (100..<400).map { number in
      SourceFile(path: "SPRINT_\(number).md", bytes: Array(GeneratedTracker.text(number).utf8))
    }
    let workspace = Documents.workspace(files)
    var pieces: [[UInt8]] = []
    ModelEmitter.write(workspace, threads: threads) { pieces.append($0) }
    let bytes = Array(pieces.joined())
    #expect(bytes == ModelEmitter.json(workspace, threads: 1))
    #expect(try JSONModel(bytes).sprints.map(\.path) == files.map(\.path))
    #expect(pieces.allSatisfy { $0.count < bytes.count / 20 })
  }
}
