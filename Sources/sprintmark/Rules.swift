import ArgumentParser
import SprintDriver
import SprintRules
import SprintSource

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists the rules.")

  @Option(help: "How the rules are written; json has their documentation too.")
  var format: RulesFormat = .text

  func run() throws {
    switch format {
    case .json: Output.write(RulesReporter.json(Rule.catalogue))
    case .text:
      for rule in Rule.catalogue {
        let name = rule.name + String(repeating: " ", count: max(1, 28 - rule.name.count))
        let severity = rule.severity.rawValue + String(repeating: " ", count: max(1, 12 - rule.severity.rawValue.count))
        Output.print("\(rule.code)  \(name)\(severity)\(rule.documentation.summary)")
      }
    }
  }
}

enum RulesFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Explains a rule: what it finds, why, and what to do.")

  @Argument(help: "The code or the name of the rule.")
  var rule: String

  @Option(help: "How the rule is written.")
  var format: RulesFormat = .text

  func validate() throws { _ = try found() }

  private func found() throws -> Rule {
    guard let found = Rule.named(rule) else { throw ValidationError(unknownRule: rule) }
    return found
  }

  func run() throws {
    let found = try found()
    switch format {
    case .json: Output.write(RulesReporter.json([found]))
    case .text: Output.print(found.explanation)
    }
  }
}

extension ValidationError {
  /// A name that no rule has.
  init(unknownRule name: String) {
    let (message, help) = Rule.unknown(name)
    self.init("\(Display.safe(message)); \(help)")
  }
}

extension Rule {
  /// The documentation as a page of text.
  fileprivate var explanation: String {
    // An example may be long on purpose.
    func indented(_ text: String) -> String {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let shown = lines.prefix(24).map { line in
        line.isEmpty ? "" : "    " + Display.safe(String(line.prefix(160))) + (line.count > 160 ? " …" : "")
      }
      return (shown + (lines.count > 24 ? ["    …"] : [])).joined(separator: "\n")
    }
    return """
      \(code) \(name) (\(severity.rawValue))

      \(documentation.summary.prefix(1).uppercased() + documentation.summary.dropFirst()).

      \(documentation.why)

      It finds something in:

      \(indented(documentation.firing))

      and nothing in:

      \(indented(documentation.passing))

      What to do: \(documentation.remedy)

      Fix: \(fix)
      \(options.isEmpty ? "" : "\nOptions:\n\n" + options.map { "    \($0.explanation)\n" }.joined())
      """
  }

  private var fix: String {
    switch documentation.fix {
    case nil: "none; a person has to mend it."
    case .safe: "safe; `--fix` mends it."
    case .unsafe: "unsafe; `--unsafe-fixes` mends it, and the result wants a look."
    }
  }
}

extension RuleOption {
  /// The option with its values and its default, on a line.
  fileprivate var explanation: String {
    let values =
      switch kind {
      case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
      case .word(let words): words.joined(separator: " | ")
      case .flag: "yes | no"
      case .words(let words): "some of \(words.joined(separator: ", "))"
      case .globs: "patterns for paths"
      }
    let standard =
      switch self.standard {
      case .number(let number): String(number)
      case .word(let word): word
      case .flag(let isOn): isOn ? "yes" : "no"
      case .words(let words): words == allWords ? "all of them" : words.joined(separator: ", ")
      case .globs(let globs): globs.isEmpty ? "none" : globs.map(\.text).joined(separator: ", ")
      }
    return "\(name): \(summary) (\(values); default: \(standard))"
  }

  private var allWords: [String] { if case .words(let words) = kind { words } else { [] } }
}

extension Substring {
  func trimmingBlanks() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
