import ArgumentParser
import SprintDriver
import SprintRules
import SprintSource

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists the rules.")

  func run() throws {
    for rule in Rule.catalogue {
      let name = rule.name + String(repeating: " ", count: max(1, 28 - rule.name.count))
      let severity = rule.severity.rawValue + String(repeating: " ", count: max(1, 12 - rule.severity.rawValue.count))
      Output.print("\(rule.code)  \(name)\(severity)\(rule.documentation.summary)")
    }
  }
}

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Explains a rule: what it finds, why, and what to do.")

  @Argument(help: "The code or the name of the rule.")
  var rule: String

  func run() throws {
    guard let found = Rule.named(rule) else { throw ValidationError(unknownRule: rule) }
    Output.print(found.explanation)
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
      """
  }
}

extension Substring {
  func trimmingBlanks() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
