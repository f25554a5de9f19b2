import SprintEmitters
package import SprintRules
import SprintSource

/// Writes rules with their documentation as JSON, for machines.
package enum RulesReporter {
  package static func json(_ rules: [Rule]) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 3)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.key("rules")
      writer.array(rules) { write($1, to: &$0) }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ rule: Rule, to writer: inout JSONWriter) {
    let documentation = rule.documentation
    writer.object { writer in
      writer.member("code", rule.code)
      writer.member("name", rule.name)
      writer.member("severity", rule.severity.rawValue)
      writer.member("summary", documentation.summary)
      writer.member("why", documentation.why)
      writer.member("firing", documentation.firing)
      writer.member("passing", documentation.passing)
      writer.member("remedy", documentation.remedy)
      writer.member("fix", documentation.fix?.rawValue ?? "none")
      writer.key("options")
      writer.array(rule.options) { write($1, to: &$0) }
    }
  }

  private static func write(_ option: RuleOption, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", option.name)
      writer.member("summary", option.summary)
      switch option.kind {
      case .number(let range):
        writer.member("type", "number")
        writer.member("minimum", range.lowerBound)
        writer.member("maximum", range.upperBound)
      case .word(let words):
        writer.member("type", "word")
        writer.member("values", words)
      case .flag: writer.member("type", "flag")
      case .words(let words):
        writer.member("type", "words")
        writer.member("values", words)
      case .globs: writer.member("type", "globs")
      }
      switch option.standard {
      case .number(let number): writer.member("default", number)
      case .word(let word): writer.member("default", word)
      case .flag(let isOn): writer.member("default", isOn)
      case .words(let words): writer.member("default", words)
      case .globs(let globs): writer.member("default", globs.map(\.text))
      }
    }
  }
}
