import SprintRules
import SprintSource
import SprintTesting
import Testing

struct CatalogueTests {
  /// Other rules that the firing example of a rule cannot but meet.
  static let company: [String: Set<String>] = [
    // These show the log and nothing else, so that no task is in them.
    "SM104": ["SM107"], "SM501": ["SM107"], "SM502": ["SM107"],
  ]

  /// The findings of all rules in an example of one.
  private func findings(in text: String, of rule: Rule) -> [Diagnostic] {
    let (workspace, generated) = Documents.checked(text)
    return engine(rule.code, in: text).check(workspace, generatedFiles: generated)
  }

  @Test(arguments: Rule.catalogue.map(\.code))
  func `the example that fires does, and in no other rule`(code: String) throws {
    let rule = try #require(Rule.named(code))
    let found = findings(in: rule.documentation.firing, of: rule)
    #expect(found.contains { $0.code == code })
    #expect(Set(found.map(\.code)).subtracting([code]) == Self.company[code, default: []])
    let severity = rule.severity == .off ? .warning : rule.severity
    #expect(found.filter { $0.code == code }.allSatisfy { $0.name == rule.name && $0.severity == severity })
  }

  @Test(arguments: Rule.catalogue.map(\.code))
  func `the example that passes does, in every rule`(code: String) throws {
    let rule = try #require(Rule.named(code))
    let found = findings(in: rule.documentation.passing, of: rule)
    #expect(Set(found.map(\.code)) == Self.company[code, default: []])
  }

  @Test(arguments: Rule.catalogue.map(\.code))
  func `the fix that is documented is the one that is offered`(code: String) throws {
    let rule = try #require(Rule.named(code))
    let offered = findings(in: rule.documentation.firing, of: rule).filter { $0.code == code }.flatMap(\.fixes)
    #expect(Set(offered.map(\.applicability)) == Set([rule.documentation.fix].compactMap { $0 }))
    // The remedy says how to have it, and does not promise what there is not.
    let flag = rule.documentation.fix.map { $0 == .safe ? "`--fix`" : "`--unsafe-fixes`" }
    #expect(flag.map(rule.documentation.remedy.contains) ?? !rule.documentation.remedy.contains("fix"))
  }

  @Test func `codes are of one form, each once, in order`() {
    let codes = Rule.catalogue.map(\.code)
    #expect(codes.allSatisfy { $0.wholeMatch(of: /SM\d{3}/) != nil })
    #expect(Set(codes).count == codes.count)
    #expect(codes == codes.sorted())
  }

  @Test func `names are words with hyphens, each once`() {
    let names = Rule.catalogue.map(\.name)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Rule.catalogue.filter { !$0.options.isEmpty }.map(\.code))
  func `an option has a name of its own and a default that it can have`(code: String) throws {
    let options = try #require(Rule.named(code)).options
    #expect(Set(options.map(\.name)).count == options.count)
    for option in options {
      #expect(option.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil && option.name != "severity")
      #expect(!option.summary.isEmpty && !option.summary.contains("\n") && !option.summary.hasSuffix("."))
      switch (option.kind, option.standard) {
      case (.number(let range), .number(let number)): #expect(range.contains(number))
      case (.word(let words), .word(let word)): #expect(words.contains(word))
      case (.words(let words), .words(let standard)): #expect(!standard.isEmpty && Set(standard).isSubset(of: words))
      case (.flag, .flag), (.globs, .globs): break
      default: Issue.record("\(option.name) has a default of another kind")
      }
    }
  }

  @Test(arguments: Rule.catalogue.map(\.code))
  func `the documentation says something on each point`(code: String) throws {
    let documentation = try #require(Rule.named(code)).documentation
    #expect(!documentation.summary.isEmpty && !documentation.summary.contains("\n"))
    #expect(!documentation.summary.hasSuffix("."))
    #expect(documentation.why.hasSuffix("."))
    #expect(documentation.remedy.hasSuffix(".") || documentation.remedy.hasSuffix("`."))
    #expect(documentation.firing != documentation.passing)
  }

  @Test(arguments: [
    ("SM304", "SM304"), ("sm304", "SM304"), ("stale-block", "SM304"), ("Stale-Block", "SM304"), ("SM30", nil),
    ("", nil),
    ("stale block", nil),
  ])
  func `a rule is found by its code and by its name`(text: String, code: String?) {
    #expect(Rule.named(text)?.code == code)
  }

  /// The codes of the design: none may change its meaning.
  @Test(arguments: [
    ("SM101", "row-cell-count", Severity.error), ("SM102", "split-row", .error), ("SM103", "orphan-row", .error),
    ("SM104", "misplaced-log-row", .error), ("SM107", "no-tasks", .warning), ("SM111", "front-matter", .warning),
    ("SM201", "duplicate-task-id", .error), ("SM202", "conflicting-status", .error),
    ("SM301", "unknown-status", .error),
    ("SM302", "missing-status-date", .warning), ("SM303", "blocked-without-reason", .warning),
    ("SM304", "stale-block", .error), ("SM305", "done-before-dependency", .error),
    ("SM306", "started-before-dependency", .warning), ("SM307", "todo-behind-block", .information),
    ("SM308", "impossible-date", .error), ("SM310", "finished-sprint", .information),
    ("SM311", "unmet-criteria", .warning),
    ("SM401", "dependency-cycle", .error), ("SM402", "unresolved-reference", .warning),
    ("SM403", "ambiguous-reference", .warning), ("SM404", "self-dependency", .error),
    ("SM405", "shorthand-reference", .off), ("SM406", "redundant-dependency", .off),
    ("SM501", "duplicate-log-row", .error), ("SM502", "log-date", .error),
    ("SM503", "log-order", .warning), ("SM504", "log-status-mismatch", .error),
    ("SM505", "unlogged-completion", .warning), ("SM701", "stale-generated-file", .error),
  ])
  func `a code keeps its name and its severity`(code: String, name: String, severity: Severity) throws {
    let rule = try #require(Rule.named(code))
    #expect(rule.name == name)
    #expect(rule.severity == severity)
  }
}
