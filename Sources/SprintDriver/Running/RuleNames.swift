package import SprintRules

extension Rule {
  /// What to say of a name that no rule has, and what may have been meant.
  package static func unknown(_ name: String) -> (message: String, help: String) {
    let nearest = Nearest.matches(for: name.lowercased(), among: catalogue.flatMap { [$0.name, $0.code.lowercased()] })
    let known = catalogue.filter { nearest.contains($0.name) || nearest.contains($0.code.lowercased()) }
    let hint = known.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
    return ("no rule is called \"\(name)\"", hint.isEmpty ? "`sprintmark rules` lists them" : "did you mean \(hint)?")
  }
}
