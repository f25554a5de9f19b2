import SprintDriver
import SprintSource
import Testing

struct ConfigurationErrorTests {
  /// A configuration, the text that is marked in it, what is wrong with that, and what to do.
  struct Case: Sendable {
    let yaml: String
    let marked: String
    let message: String
    let help: String?

    init(_ yaml: String, _ marked: String, _ message: String, _ help: String? = nil) {
      self.yaml = yaml
      self.marked = marked
      self.message = message
      self.help = help
    }
  }

  private static let asList = "write `[…]`, or `- …` on a line of its own for each item"
  private static let asMapping = "write `KEY: VALUE` on a line of its own below it, indented"

  @Test(arguments: [
    // Keys.
    Case("workspce: [a]", "workspce", "`workspce` is no key of a configuration", "did you mean `workspace`?"),
    Case("Include: [a]", "Include", "`Include` is no key of a configuration", "did you mean `include` or `exclude`?"),
    Case(
      "zzz: 1", "zzz", "`zzz` is no key of a configuration",
      "known are `extends`, `workspace`, `include`, `exclude`, `gitignore`, `boards`, `archive`, `vocabulary`, `ids`, `owners`, `rules`, `select`, "
        + "`ignore`, `overrides`, `limits`, `format`, `tree`, `blockers` and `jira`"),
    Case("vocabulary: {state: {}}", "state", "`state` is no key of `vocabulary`", "did you mean `states`?"),
    Case("ids: {alien: []}", "alien", "`alien` is no key of `ids`", "the only one is `foreign`"),
    Case("owners: {alias: {}}", "alias", "`alias` is no key of `owners`", "the only one is `aliases`"),
    Case("format: {aling: true}", "aling", "`aling` is no key of `format`", "did you mean `align`?"),
    Case("format: {align: wide}", "wide", "`align` takes `true` or `false`"),
    Case(
      "format: {lineEndings: crlf}", "crlf", "`crlf` is no value of `lineEndings`", "known are `keep` and `lf`"),
    Case(
      "format: true", "true", "`format` consists of keys with values", "known are `align`, `statuses` and `lineEndings`"
    ),
    Case("limits: {filesize: 1}", "filesize", "`filesize` is no key of `limits`", "did you mean `fileSize`?"),
    Case("overrides: [{path: [a], rules: {}}]", "path", "`path` is no key of an override", "did you mean `paths`?"),
    // Forms.
    Case(
      "[a]", "[a]", "a configuration consists of keys with values",
      "known are `extends`, `workspace`, `include`, `exclude`, `gitignore`, `boards`, `archive`, `vocabulary`, `ids`, `owners`, `rules`, `select`, "
        + "`ignore`, `overrides`, `limits`, `format`, `tree`, `blockers` and `jira`"),
    Case("include: a", "a", "`include` takes a list", asList),
    Case("include:", "", "`include` takes a list", asList),
    Case("include: [[a]]", "[a]", "an item of `include` is a text"),
    Case("include: [\"\"]", "\"\"", "an item of `include` is a text"),
    Case("workspace: []", "[]", "`workspace` names nothing"),
    Case("select: []", "[]", "`select` names nothing"),
    Case("gitignore: yes", "yes", "`gitignore` takes `true` or `false`", nil),
    Case("gitignore: 'true'", "'true'", "`gitignore` takes `true` or `false`", nil),
    Case("overrides: {}", "{}", "`overrides` takes a list", asList),
    Case("overrides: [{paths: [a]}]", "{paths: [a]}", "an override without `rules` changes nothing"),
    Case("overrides: [{rules: {}}]", "{rules: {}}", "an override without `paths` changes nothing"),
    Case("rules: [SM304]", "[SM304]", "`rules` takes keys with values", asMapping),
    Case("rules: {SM304: [off]}", "[off]", "`SM304` takes one value"),
    Case("tree:", "tree", "`tree` takes one value"),
    Case("vocabulary: {states: [done]}", "[done]", "`states` takes keys with values", asMapping),
    Case("vocabulary: {states: {done: fertig}}", "fertig", "`done` takes a list", asList),
    Case("owners: {aliases: {A: [B]}}", "[B]", "`A` takes one value"),
    // Rules.
    Case(
      "rules: {stale-blok: off}", "stale-blok", "no rule is called \"stale-blok\"", "did you mean SM304 stale-block?"),
    Case("select: [SM999999]", "SM999999", "no rule is called \"SM999999\"", "`sprintmark rules` lists them"),
    Case(
      "ignore: ['stale block']", "'stale block'", "no rule is called \"stale block\"", "did you mean SM304 stale-block?"
    ),
    Case(
      "rules: {SM304: fatal}", "fatal", "`fatal` is no severity",
      "known are `off`, `information`, `warning` and `error`"),
    Case("rules: {SM304: warnin}", "warnin", "`warnin` is no severity", "did you mean `warning`?"),
    Case(
      "rules: {SM304: off, stale-block: off}", "stale-block", "SM304 stale-block is set twice", "remove one of the two"),
    // Options of rules.
    Case(
      "rules: {SM302: {stats: [done]}}", "stats", "`stats` is no option of SM302 missing-status-date",
      "did you mean `states`?"),
    Case(
      "rules: {SM304: {states: [done]}}", "states", "`states` is no option of SM304 stale-block",
      "the only one is `severity`"),
    Case(
      "rules: {log-order: {zzz: 1}}", "zzz", "`zzz` is no option of SM503 log-order", "known are `severity` and `order`"
    ),
    Case("rules: {SM302: {severity: fatal}}", "fatal", "`fatal` is no severity"),
    Case("rules: {SM302: {states: done}}", "done", "`states` takes a list", asList),
    Case("rules: {SM302: {states: []}}", "[]", "`states` names nothing"),
    Case(
      "rules: {SM302: {states: [donne]}}", "donne", "`donne` is no value of `states`", "did you mean `done`?"),
    Case(
      "rules: {SM503: {order: newest}}", "newest", "`newest` is no value of `order`",
      "known are `auto`, `newest-first` and `oldest-first`"),
    Case("rules: {SM503: {order: [auto]}}", "[auto]", "`order` takes one value"),
    Case("rules: {SM501: {near: maybe}}", "maybe", "`near` takes `yes` or `no`"),
    Case("rules: {SM505: {share: 101}}", "101", "`share` takes a number from 0 to 100"),
    Case("rules: {SM505: {share: -1}}", "-1", "`share` takes a number from 0 to 100"),
    Case("rules: {SM505: {share: half}}", "half", "`share` takes a number from 0 to 100"),
    Case("rules: {SM603: {ignore: ['a[b']}}", "'a[b'", "this `[` is never closed"),
    Case(
      "overrides: [{paths: [a], rules: {SM505: {shares: 1}}}]", "shares",
      "`shares` is no option of SM505 unlogged-completion", "did you mean `share`?"),
    // Values.
    Case(
      "extends: ../base.yml", "../base.yml", "`extends` takes the name of a file",
      "name a file in the folder of this one, without `/`"),
    Case("extends: [a]", "[a]", "`extends` takes one value"),
    Case(
      "limits: {fileSize: 3 MB}", "3 MB", "`fileSize` takes a number of bytes, from 1 to 2147483647",
      "the default is 4194304"),
    Case(
      "limits: {fileSize: \"3\"}", "\"3\"", "`fileSize` takes a number of bytes, from 1 to 2147483647",
      "the default is 4194304"),
    Case(
      "limits: {fileSize: 0}", "0", "`fileSize` takes a number of bytes, from 1 to 2147483647", "the default is 4194304"
    ),
    Case(
      "limits: {columns: 1.5}", "1.5", "`columns` takes a number of columns, from 1 to 2147483647",
      "the default is 1000"),
    Case("exclude: ['a[b']", "'a[b'", "this `[` is never closed"),
    Case("tree: /x", "/x", "this path is absolute", "name it as it is seen from the folder of this file"),
    Case("archive: [/x]", "/x", "this path is absolute", "name it as it is seen from the folder of this file"),
    Case(
      "ids: {foreign: [SHA-256]}", "SHA-256", "`SHA-256` is not the first part of an id",
      "write what stands before the first `-`, as `SHA` of `SHA-256`"),
    // Words.
    Case(
      "vocabulary: {states: {finished: [x]}}", "finished", "`finished` is no state",
      "known are `todo`, `doing`, `review`, `blocked`, `done` and `cancelled`"),
    Case("vocabulary: {columns: {ids: [x]}}", "ids", "`ids` is no column", "did you mean `id`?"),
    Case("vocabulary: {sections: {trackers: [x]}}", "trackers", "`trackers` is no section", "did you mean `tracker`?"),
    Case("vocabulary: {events: {complete: [x]}}", "complete", "`complete` is no event", "did you mean `completed`?"),
    Case("vocabulary: {states: {done: ['!']}}", "'!'", "there is no letter or digit in `!`"),
    Case(
      "vocabulary: {states: {done: [fertig], doing: [Fertig]}}", "Fertig", "`fertig` stands for `done` already",
      "a word has one meaning"),
    Case("owners: {aliases: {A: B, a: C}}", "a", "this alias is the same as `A`"),
    Case(
      "owners: {aliases: {A: B, B: C}}", "B", "`B` is itself an alias, of `C`",
      "name the owner that is meant in the end"),
    // YAML.
    Case("rules: {SM304: off", "", "a `,` or `}` is missing"),
    Case("tree: a\ntree: b", "tree", "the key `tree` stands twice in one mapping"),
  ])
  func `a mistake is named, with its place and what to do`(sample: Case) throws {
    let problems = Samples.problems(in: sample.yaml)
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.message == sample.message)
    #expect(Bytes(sample.yaml).at(problem.range).string == sample.marked)
    if let help = sample.help { #expect(problem.help == help) }
  }

  @Test func `all mistakes are named at once, in their order`() {
    let problems = Samples.problems(in: "workspce: [a]\nrules: {SM1: off, SM304: of}\ntree: /x\n")
    #expect(problems.map(\.range.lower) == problems.map(\.range.lower).sorted())
    #expect(problems.count == 4)
  }

  @Test func `a report shows the line, a mark and the evidence`() throws {
    #expect {
      try Samples.configuration("# Überschrift\nrules:\n  SM304: off\n  stale-block: warning\n  stale-blok: error\n")
    } throws: { error in
      (error as? ConfigurationError)?.report(usesColour: false) == """
        .sprintmark.yml:4:3: error: SM304 stale-block is set twice
           |
         4 |   stale-block: warning
           |   ^^^^^^^^^^^
           = the first time  .sprintmark.yml:3
           = help: remove one of the two

        .sprintmark.yml:5:3: error: no rule is called "stale-blok"
           |
         5 |   stale-blok: error
           |   ^^^^^^^^^^
           = help: did you mean SM304 stale-block?

        """
    }
  }

  @Test func `a file that cannot be read is named`() {
    #expect { try Project.load(.file("/nowhere/x.yml")) } throws: { error in
      (error as? ConfigurationError)?.report(usesColour: false)
        == "error: cannot read /nowhere/x.yml: No such file or directory\n"
    }
  }
}
