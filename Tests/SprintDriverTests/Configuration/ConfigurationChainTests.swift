import SprintDriver
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

/// Configurations that extend others.
struct ConfigurationChainTests {
  private static let base = """
    workspace: [plans]
    exclude: [old]
    vocabulary: {states: {done: [fertig]}}
    owners: {aliases: {Ops: Ops Guild, Web: Web Guild}}
    rules: {SM302: {severity: error, states: [done]}, SM304: off, SM505: {share: 75}}
    select: [SM302, SM304]
    overrides:
      - paths: [a.md]
        rules: {SM201: off}
    limits: {fileSize: 1000}
    """

  private static let own = """
    extends: base.yml
    exclude: [drafts]
    vocabulary: {states: {done: [erledigt]}}
    owners: {aliases: {Ops: Operations}}
    rules: {SM302: {states: [blocked]}, stale-block: warning, SM503: {order: newest-first}}
    overrides:
      - paths: [b.md]
        rules: {SM202: off}
    """

  private func configuration(_ files: KeyValuePairs<String, String>) throws -> Configuration {
    let folder = try TemporaryFolder(files)
    return try Project.load(.file(".sprintmark.yml"), from: folder.path).configuration
  }

  /// What is said of a configuration that cannot be read.
  private func report(_ files: KeyValuePairs<String, String>) throws -> String {
    let folder = try TemporaryFolder(files)
    do throws(ConfigurationError) {
      _ = try Project.load(.file(".sprintmark.yml"), from: folder.path)
      return ""
    } catch {
      return error.report(usesColour: false)
    }
  }

  @Test func `lists are replaced, mappings put together, overrides appended`() throws {
    let configuration = try configuration([".sprintmark.yml": Self.own, "base.yml": Self.base])
    #expect(configuration.workspace == ["plans"])
    #expect(configuration.exclude.map(\.text) == ["drafts"])
    #expect(configuration.vocabulary.states["fertig"] == .done)
    #expect(configuration.vocabulary.states["erledigt"] == .done)
    #expect(configuration.vocabulary.ownerAliases == ["ops": "Operations", "web": "Web Guild"])
    #expect(configuration.severities == ["SM302": .error, "SM304": .warning])
    #expect(configuration.options["SM302"]?.values == ["states": .words(["blocked"])])
    #expect(configuration.options["SM503"]?.values == ["order": .word("newest-first")])
    #expect(configuration.options["SM505"]?.values == ["share": .number(75)])
    #expect(configuration.select == ["SM302", "SM304"])
    #expect(configuration.overrides.map { $0.paths.map(\.text) } == [["a.md"], ["b.md"]])
    #expect(configuration.overrides.map(\.severities) == [["SM201": .off], ["SM202": .off]])
    #expect(configuration.limits[.fileSize] == 1000)
  }

  @Test func `each value says from which file it comes`() throws {
    let folder = try TemporaryFolder(["docs/.sprintmark.yml": Self.own, "docs/base.yml": Self.base])
    let project = try Project.load(.file("docs/.sprintmark.yml"), from: folder.path)
    let lines = ConfigurationWriter.yaml(project).split(separator: "\n").map(String.init)
    for line in [
      "# The configuration of docs/.sprintmark.yml with docs/base.yml, and the defaults.",
      "workspace: [plans]  # docs/base.yml:1", "exclude: [drafts]  # docs/.sprintmark.yml:2",
      "      - erledigt  # docs/.sprintmark.yml:3", "      - fertig  # docs/base.yml:3",
      "    ops: Operations  # docs/.sprintmark.yml:4", "    web: Web Guild  # docs/base.yml:4",
      "    severity: error  # docs/base.yml:5", "    states: [blocked]  # docs/.sprintmark.yml:5",
      "  stale-block: warning  # docs/.sprintmark.yml:5", "    share: 75  # docs/base.yml:5",
      "  - paths: [a.md]  # docs/base.yml:8", "  - paths: [b.md]  # docs/.sprintmark.yml:7",
      "      conflicting-status: \"off\"  # docs/.sprintmark.yml:8", "  fileSize: 1000  # docs/base.yml:10",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test func `what is written needs no base`() throws {
    let folder = try TemporaryFolder([".sprintmark.yml": Self.own, "base.yml": Self.base])
    let project = try Project.load(.file(".sprintmark.yml"), from: folder.path)
    let written = ConfigurationWriter.yaml(project)
    var again = try Samples.configuration(written)
    #expect(
      ConfigurationWriter.yaml(Project(again)).split(separator: "\n").count >= written.split(separator: "\n").count)
    (again.severities, again.options) = (project.configuration.severities, project.configuration.options)
    again.origins = project.configuration.origins
    #expect(again == project.configuration)
  }

  @Test func `chains are followed, the nearest word counts`() throws {
    let configuration = try configuration([
      ".sprintmark.yml": "extends: team.yml\nrules: {SM302: off}", "team.yml": "extends: house.yml\ntree: b",
      "house.yml": "tree: a\nblockers: c\nrules: {SM302: error, SM304: off}",
    ])
    #expect(configuration.tree == "b")
    #expect(configuration.blockers == "c")
    #expect(configuration.severities == ["SM302": .off, "SM304": .off])
    #expect(configuration.origins[["blockers"]] == Origins.Place(file: "house.yml", line: 2))
  }

  @Test func `a circle is an error that names the chain`() throws {
    #expect(
      try report([".sprintmark.yml": "extends: a.yml", "a.yml": "tree: x\nextends: b.yml", "b.yml": "extends: a.yml"])
        == """
        b.yml:1:10: error: this file extends itself: a.yml → b.yml → a.yml
           |
         1 | extends: a.yml
           |          ^^^^^
           = help: take one `extends` out

        """)
    #expect(
      try report([".sprintmark.yml": "# own\nextends: .sprintmark.yml"]).hasPrefix(
        ".sprintmark.yml:2:10: error: this file extends itself: .sprintmark.yml → .sprintmark.yml\n"))
  }

  @Test func `a base that is not there is an error with its place`() throws {
    #expect(
      try report([".sprintmark.yml": "tree: a\nextends: bse.yml"]) == """
        .sprintmark.yml:2:10: error: cannot read bse.yml: No such file or directory
           |
         2 | extends: bse.yml
           |          ^^^^^^^
           = help: `extends` names a file in the folder of this one

        """)
  }

  @Test func `a base that is wrong is an error in the base`() throws {
    #expect(
      try report([".sprintmark.yml": "extends: base.yml", "base.yml": "# base\nrules: {SM302: of}"]).hasPrefix(
        "base.yml:2:16: error: `of` is no severity\n"))
    #expect(
      try report([".sprintmark.yml": "extends: base.yml", "base.yml": "rules: ["]).hasPrefix("base.yml:1:"))
  }

  @Test func `an owner that others are an alias of becomes none`() throws {
    let base = "owners: {aliases: {Ops: DevOps, Web: Web Guild}}"
    let text = try report([".sprintmark.yml": "extends: base.yml\nowners: {aliases: {DevOps: Run}}", "base.yml": base])
    #expect(
      text.hasPrefix(
        ".sprintmark.yml:2:20: error: `ops` stands for `DevOps` in what this file extends, and that becomes an alias here"
      ))
    let aliases = try configuration([
      ".sprintmark.yml": "extends: base.yml\nowners: {aliases: {DevOps: Run, Ops: Run}}", "base.yml": base,
    ]).vocabulary.ownerAliases
    #expect(aliases == ["ops": "Run", "devops": "Run", "web": "Web Guild"])
  }

  @Test(arguments: ["../base.yml", "docs/base.yml", "/base.yml", "'..'", "."])
  func `a base lies in the same folder`(name: String) throws {
    let text = try report([".sprintmark.yml": "extends: \(name)"])
    #expect(text.contains("error: `extends` takes the name of a file"))
  }
}
