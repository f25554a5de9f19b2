import SprintDriver
import SprintFormatter
import SprintModel
import SprintRules
import SprintSource
import Testing

struct ConfigurationReaderTests {
  @Test(arguments: ["", "# nothing\n", "---\n", "{}", "\u{FEFF}{}"])
  func `without a word the defaults hold`(yaml: String) throws {
    #expect(try Samples.configuration(yaml) == Configuration())
  }

  @Test func `the defaults`() throws {
    let configuration = Configuration()
    #expect(configuration.workspace == ["."])
    #expect(configuration.include.map(\.text) == ["SPRINT_*.md", "SPRINT-*.md"])
    #expect(configuration.limits == Limits())
    #expect(configuration.respectsGitignore)
    #expect(configuration.vocabulary == .standard)
    #expect(configuration.select == nil)
  }

  @Test func `every key is read`() throws {
    let configuration = try Samples.configuration(Samples.complete)
    #expect(configuration.workspace == ["docs/implplan", "plans"])
    #expect(configuration.include.map(\.text) == ["SPRINT_*.md", "*.plan.md"])
    #expect(configuration.exclude.map(\.text) == ["docs/old/**", "*_draft.md"])
    #expect(configuration.boards.map(\.text) == ["**/TASKS.md"])
    #expect(configuration.archive == ["docs/implplan/archived"])
    #expect(configuration.severities == ["SM302": .off, "SM304": .warning])
    #expect(configuration.select == ["SM302", "SM304", "SM201"])
    #expect(configuration.ignore == ["SM201"])
    #expect(configuration.overrides.map(\.severities) == [["SM304": .error]])
    #expect(configuration.overrides.map { $0.paths.map(\.text) } == [["docs/implplan/SPRINT_2*"]])
    #expect(configuration.limits[.fileSize] == 1000)
    #expect(!configuration.respectsGitignore)
    #expect(configuration.format.align && !configuration.format.statuses && configuration.format.lineEndings == .lf)
    #expect(configuration.tree == "docs/implplan/BLOCKED_DEPENDENCY_TREE.md")
    #expect(configuration.blockers == "docs/implplan/blockers.yml")
  }

  @Test func `words extend the vocabulary, in its normal form`() throws {
    let vocabulary = try Samples.configuration(Samples.complete).vocabulary
    let standard = Vocabulary.standard
    #expect(vocabulary.states.count == standard.states.count + 3)
    #expect(vocabulary.states["erledigt"] == .done)
    #expect(vocabulary.states["alles klar"] == .done)
    #expect(vocabulary.states["ожидает"] == .blocked)
    #expect(vocabulary.states["wip"] == .doing)
    #expect(vocabulary.columns["kennung"] == .id)
    // What is a column is no sign of a table of something else.
    #expect(vocabulary.columns["milestone"] == .group)
    #expect(!vocabulary.foreignColumns.contains("milestone"))
    #expect(vocabulary.sections["lieferplan"] == .tracker)
    #expect(vocabulary.groupWords == standard.groupWords.union(["etappe"]))
    #expect(vocabulary.backlogWords == standard.backlogWords.union(["aufgaben"]))
    #expect(vocabulary.noDependency == standard.noDependency.union(["keine"]))
    #expect(vocabulary.ownerNouns == standard.ownerNouns.union(["gilde"]))
    #expect(vocabulary.foreignIDs == standard.foreignIDs.union(["ABC"]))
    #expect(vocabulary.ownerAliases == ["devops": "DevOps Guild", "devops guild": "DevOps Guild"])
    // Phrases are looked for as they stand, so that their signs count. One that is known stays what it is.
    #expect(vocabulary.phrases == standard.phrases + [Vocabulary.DependencyPhrase("hängt ab von", isStrong: true)])
    #expect(
      vocabulary.events.suffix(2) == [
        Vocabulary.EventPhrase("erledigt", .completed), Vocabulary.EventPhrase("steht still:", .blocked),
      ])
  }

  @Test func `a word can get another meaning than it has`() throws {
    let vocabulary = try Samples.configuration("vocabulary: {states: {doing: [Ready]}, events: {completed: [resumed]}}")
      .vocabulary
    #expect(vocabulary.states["ready"] == .doing)
    #expect(vocabulary.events.filter { $0.text == "resumed" }.map(\.event) == [.completed])
  }

  @Test func `JSON is read too`() throws {
    let configuration = try Samples.configuration("{\"rules\": {\"SM302\": \"off\"}, \"limits\": {\"fileSize\": 5}}")
    #expect(configuration.severities == ["SM302": .off])
    #expect(configuration.limits[.fileSize] == 5)
  }

  @Test func `values know their lines`() throws {
    let origins = try Samples.configuration(Samples.complete).origins
    #expect(origins[["workspace"]]?.line == 1)
    #expect(origins[["vocabulary", "states", "done", "alles klar"]]?.line == 7)
    #expect(origins[["vocabulary", "states", "done", "fixed"]] == nil)
    #expect(origins[["owners", "aliases", "devops"]]?.line == 18)
    #expect(origins[["rules", "SM304"]]?.line == 19)
    #expect(origins[["overrides", "0", "rules", "SM304"]]?.line == 24)
    #expect(origins[["limits", "fileSize"]] == Origins.Place(file: ".sprintmark.yml", line: 25))
  }

  // MARK: Paths

  @Test func `an excluded folder excludes what is in it`() throws {
    let configuration = try Samples.configuration("exclude: [old, 'docs/*/drafts/', '*_draft.md']")
    #expect(configuration.excludes("docs/old/a/SPRINT_1.md"))
    #expect(configuration.excludes("docs/x/drafts/SPRINT_1.md"))
    #expect(configuration.excludes("SPRINT_1_draft.md"))
    #expect(!configuration.excludes("docs/older/SPRINT_1.md"))
    #expect(!configuration.excludes("docs/drafts/SPRINT_1.md"))
  }

  @Test func `the last override that fits a file counts`() throws {
    let configuration = try Samples.configuration(
      """
      rules: {stale-block: warning}
      boards: ["**/TASKS.md"]
      overrides:
        - paths: ["docs/**"]
          rules: {stale-block: off, log-date: information}
        - paths: [SPRINT_2.md]
          rules: {stale-block: error}
      """)
    #expect(configuration.overrides(in: "SPRINT_1.md") == [:])
    #expect(configuration.overrides(in: "docs/SPRINT_1.md") == ["SM304": .off, "SM502": .information])
    #expect(configuration.overrides(in: "docs/SPRINT_2.md") == ["SM304": .error, "SM502": .information])
    // A board need not have what a tracker has to have.
    #expect(configuration.overrides(in: "src/TASKS.md")["SM107"] == .off)
  }

  // MARK: Options

  /// The value of an option, as it is written in YAML or left out.
  private func value(_ code: String, _ name: String, in options: [String: RuleOptions]) throws -> RuleOption.Value? {
    let rule = try #require(Rule.named(code))
    let option = try #require(rule.options.first { $0.name == name })
    return options[code]?[option]
  }

  @Test func `options of every kind are read`() throws {
    let configuration = try Samples.configuration(
      """
      rules:
        SM302: {severity: error, states: [done, doing]}
        SM501: {near: no}
        SM503: {order: oldest-first}
        unlogged-completion: {share: 75}
        broken-link: {ignore: ["drafts/**"]}
        SM304: warning
      """)
    #expect(configuration.severities == ["SM302": .error, "SM304": .warning])
    let options = configuration.options
    #expect(try value("SM302", "states", in: options) == .words(["done", "doing"]))
    #expect(try value("SM501", "near", in: options) == .flag(false))
    #expect(try value("SM503", "order", in: options) == .word("oldest-first"))
    #expect(try value("SM505", "share", in: options) == .number(75))
    #expect(try value("SM603", "ignore", in: options) == .globs([try Glob("drafts/**")]))
    #expect(try value("SM105", "sections", in: options) == nil)
    #expect(configuration.origins[["rules", "SM302"]]?.line == 2)
    #expect(configuration.origins[["rules", "SM505", "share"]]?.line == 5)
  }

  @Test func `the last override that fits a file decides about an option`() throws {
    let configuration = try Samples.configuration(
      """
      rules: {SM505: {share: 75}, SM501: {near: no}}
      overrides:
        - paths: ["docs/**"]
          rules: {SM505: {share: 10}}
        - paths: [SPRINT_2.md]
          rules: {SM505: {severity: off}, SM503: {order: newest-first}}
      """)
    let (all, docs) = (configuration.options(in: "SPRINT_1.md"), configuration.options(in: "docs/SPRINT_2.md"))
    #expect(try value("SM505", "share", in: all) == .number(75))
    #expect(try value("SM503", "order", in: all) == nil)
    #expect(try value("SM505", "share", in: docs) == .number(10))
    #expect(try value("SM501", "near", in: docs) == .flag(false))
    #expect(try value("SM503", "order", in: docs) == .word("newest-first"))
    #expect(configuration.overrides(in: "docs/SPRINT_2.md") == ["SM505": .off])
  }
}
