import SprintTesting

/// Running text, put together from ``Wording``.
struct Prose: Sendable {
  var random: SeededGenerator

  /// What is to be done: `Measure the berth calendar in both harbours`.
  mutating func work() -> String {
    let file = random.once(in: 3) ? " (`\(random.one(of: Wording.files))`)" : ""
    return "\(random.one(of: Wording.verbs)) the \(thing())\(file) \(random.one(of: Wording.qualifiers))"
  }

  /// A sentence, with the marks that people put into them.
  mutating func sentence() -> String {
    var object = "the \(thing())"
    switch random.number(0...7) {
    case 0: object = "`\(random.one(of: Wording.files))`"
    case 1: object = "**\(object)**"
    case 2: object = "_\(object)_"
    case 3:
      let thing = thing()
      object = "[the \(thing)](https://example.org/\(thing.replacing(" ", with: "-")))"
    default: break
    }
    return "The \(thing()) \(random.one(of: Wording.connections)) \(object) \(random.one(of: Wording.qualifiers))."
  }

  mutating func sentences(_ count: ClosedRange<Int>) -> String {
    (0..<random.number(count)).map { _ in sentence() }.joined(separator: " ")
  }

  mutating func bullets(_ count: ClosedRange<Int>) -> [String] {
    (0..<random.number(count)).map { _ in "- " + sentences(1...2) }
  }

  /// Owners, as a list with this between them.
  mutating func owners(_ area: String, separator: String = " · ") -> String {
    let others = (0..<random.number(0...2)).map { _ in random.one(of: Wording.areas) }
    var names: [String] = []
    for name in [area] + others where !names.contains(name) { names.append(name) }
    return names.map { "\($0) Guild" }.joined(separator: separator)
  }

  private mutating func thing() -> String {
    "\(random.one(of: Wording.adjectives)) \(random.one(of: Wording.objects))"
  }
}
