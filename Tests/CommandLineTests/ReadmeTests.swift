import Foundation
import SprintDriver
import SprintSource
import SprintTesting
import Testing

/// The README shows commands, and here each of them is run: those that are there, and those that will be.
///
/// What is about hooks and CI servers is run by `RecipeTests`, the examples of dialects by `DialectExampleTests`.
struct ReadmeTests {
  /// Commands that are not run here, by how they begin, and what holds them instead.
  private static let elsewhere: KeyValuePairs<String, String> = [
    "sudo ": "they change the machine; .packaging/check unpacks the archive and installs the package",
    "sha256sum -c ": ".packaging/check holds the archive against it",
  ]

  private static func blocks(_ language: String) throws -> [ReadmeBlock] {
    try ReadmeBlock.all().filter { $0.language == language && !RecipeTests.holds($0) }
  }

  /// The lines of a block, each as long as its backslashes make it.
  private static func commands(_ block: ReadmeBlock) -> [String] {
    block.text.replacing("\\\n", with: "").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private static func sections() throws -> [String] {
    var sections: [String] = []
    for block in try blocks("sh") where !sections.contains(block.section) { sections.append(block.section) }
    return sections
  }

  /// Whether a command may find something, which is no failure of it.
  private static func isCheck(_ command: String) -> Bool {
    command.hasPrefix("sprintmark lint") || command.contains(" --check") || command.contains(" --diff")
  }

  // MARK: Commands

  @Test(arguments: try sections())
  func `each command of a section works, one after the other`(section: String) async throws {
    let folder = try await ReadmeFolder()
    for block in try Self.blocks("sh") where block.section == section {
      for command in Self.commands(block) {
        if Self.elsewhere.contains(where: { command.hasPrefix($0.key) }) { continue }
        if command.hasPrefix("make ") {
          // It would build and test what is being tested; that there are such targets, and such variables, is sure.
          let run = try await Run.of(
            "sh", ["-c", "make -n BINARY=sprintmark " + command.dropFirst(5)], in: Places.project)
          #expect(run.status == 0, "\(block): \(command): \(run.allText)")
          continue
        }
        let run = try await folder.type(command)
        #expect(run.status == 0 || run.status == 1 && Self.isCheck(command), "\(block): \(command): \(run.allText)")
        #expect(!run.errorText.lowercased().contains("error"), "\(block): \(command): \(run.errorText)")
      }
    }
  }

  @Test func `what is not run here is there`() throws {
    let commands = try Self.blocks("sh").flatMap(Self.commands)
    for (beginning, _) in Self.elsewhere { #expect(commands.contains { $0.hasPrefix(beginning) }, "\(beginning)") }
    #expect(commands.count > 50)
  }

  @Test func `a command that does not work would be found`() async throws {
    let folder = try await ReadmeFolder()
    for command in ["sprintmark lint nowhere", "sprintmark lint --nothing", "sprintmark why NOBODY-1", "sprintmak"] {
      let run = try await folder.type(command)
      #expect(run.status > 1 && !run.errorText.isEmpty, "\(command)")
    }
  }

  @Test func `each option that the README speaks of is one`() async throws {
    let folder = try TemporaryFolder()
    let commands = ["lint", "fmt", "compile", "tree", "list", "show", "why", "stats", "config", "new sprint"]
    var known: Set<String> = ["--version", "--generate-completion-script"]
    for command in commands {
      let help = try await Sprintmark.run(command.split(separator: " ").map(String.init) + ["--help"], in: folder)
      known.formUnion(help.outputText.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    }
    // Of pre-commit, git and the benchmark.
    let foreign: Set<String> = ["--all-files", "--global", "--add", "--seed", "--rounds"]
    let readme = try String(contentsOfFile: "\(Places.project)/README.md", encoding: .utf8)
    let spans = readme.matches(of: /`([^`\n]+)`/).map { $0.1 }
    let named = Set(spans.flatMap { $0.matches(of: /(?:^|\s)(--[a-z][a-z-]+)/).map { String($0.1) } })
    #expect(named.count > 20)
    #expect(named.subtracting(known).subtracting(foreign) == [])
  }

  // MARK: What stands in files

  @Test(arguments: try blocks("yaml"))
  func `what is shown of a file in YAML is valid, and read`(block: ReadmeBlock) async throws {
    let folder = try await ReadmeFolder()
    let isList = block.text.hasPrefix("- ")
    // As YAML 1.2 has it, in which `off` is a word.
    let program = """
      import json, re, sys, yaml
      class Loader(yaml.SafeLoader): pass
      isTruth = "tag:yaml.org,2002:bool"
      Loader.yaml_implicit_resolvers = {
          first: [one for one in resolvers if one[0] != isTruth]
          for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
      }
      Loader.add_implicit_resolver(isTruth, re.compile("true|false"), "tf")
      json.dump(yaml.load(sys.stdin, Loader), sys.stdout, default=str)
      """
    let json = try await Run.of(Python.path, ["-c", program], input: Array(block.text.utf8))
    #expect(json.status == 0, "\(json.errorText)")
    let faults = try await SchemaValidator(isList ? "blockers" : "config").faults(in: [json.output])
    #expect(faults == [[]], "\(block)")
    try folder.repository.write(isList ? "docs/implplan/blockers.yml" : ".sprintmark.yml", block.text)
    try folder.repository.write("house.yml", "rules: {SM310: off}\n")
    try folder.repository.folder.makeFolder("docs/implplan/archived")
    let run = try await folder.type(
      isList ? "sprintmark tree docs/implplan --write docs/implplan/TREE.md" : "sprintmark config")
    #expect(run.status == 0, "\(block): \(run.allText)")
  }

  @Test func `each comment that leaves something alone does so`() async throws {
    let block = try #require(try Self.blocks("markdown").first { $0.text.contains("sprintmark-disable") })
    let comments = block.text.matches(of: /<!-- (sprintmark-[a-z-]+) ([A-Za-z0-9-]+)/)
    #expect(comments.count == 5)
    let folder = try TemporaryFolder(["SPRINT_1.md": "# Sprint 2\n\n" + Trackers.header + block.text])
    let run = try await Sprintmark.run(["lint", "--ignore", "unused-suppression"], in: folder)
    #expect(run.status == 0 && run.outputText.contains("suppressed"), "\(run.allText)")
    try folder.write(
      "SPRINT_1.md",
      Array(("# Sprint 2\n\n" + Trackers.header + block.text.replacing("<!-- sprintmark-", with: "<!-- ")).utf8))
    #expect(try await Sprintmark.run(["lint"], in: folder).status == 1)
  }

  // MARK: Queries of records

  private func records() async throws -> ReadmeFolder {
    let folder = try await ReadmeFolder()
    #expect(try await folder.type("sprintmark compile docs/implplan --emit ndjson -o tracker.ndjson").status == 0)
    return folder
  }

  @Test(arguments: try blocks("sql"))
  func `each query finds something`(block: ReadmeBlock) async throws {
    let folder = try await records()
    let program =
      "import duckdb, json, sys; json.dump(duckdb.sql(sys.stdin.read()).fetchall(), sys.stdout, default=str)"
    let run = try await Run.of(
      Python.path, ["-c", program], input: Array(block.text.utf8), in: folder.repository.folder.path)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.outputText.contains("BUILD-31-002"), "\(run.outputText)")
  }

  /// Spark is 400 megabytes, and a machine of Java: what it is given is read by Python, and the columns by DuckDB.
  @Test(arguments: try blocks("python"))
  func `each program for Spark is one, and its columns are there`(block: ReadmeBlock) async throws {
    let folder = try await records()
    let program = """
      import ast, duckdb, sys
      text = sys.stdin.read()
      names = {node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)}
      columns = set(duckdb.sql("SELECT * FROM 'tracker.ndjson'").columns)
      assert {"owners", "owner"} <= names and "owners" in columns, (names, columns)
      condition, = [name for name in names if "state" in name]
      print(duckdb.sql("SELECT count(*) FROM 'tracker.ndjson' WHERE " + condition).fetchall()[0][0])
      """
    let run = try await Run.of(
      Python.path, ["-c", program], input: Array(block.text.utf8), in: folder.repository.folder.path)
    #expect(run.status == 0 && (Int(run.outputText.dropLast()) ?? 0) > 0, "\(run.allText)")
  }

  @Test func `each block of code is of a kind that is held against something`() throws {
    let kinds = Set(try ReadmeBlock.all().map(\.language))
    // Without a language it is a drawing.
    #expect(kinds.isSubset(of: ["sh", "yaml", "sql", "python", "markdown", ""]))
  }
}
