/// Trackers as they are after months of editing by hand: made at random, then damaged in the ways that fixes mend.
package enum DamagedTracker {
  package static func text(_ seed: Int) -> String {
    var random = SeededGenerator(seed)
    var text = GeneratedTracker.text(seed)
    for _ in 0..<random.number(1...4) {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let place = random.number(0...(lines.count - 1))
      switch random.number(0...9) {
      case 0, 1: lines.insert(lines[place], at: place)
      case 2: lines.insert(lines[place], at: random.number(0...lines.count))
      case 3: lines.insert("", at: place)
      case 4: lines.insert(comment(&random), at: place)
      case 5 where lines[place].hasSuffix("|"): lines[place] = lines[place].dropLast() + "\(comment(&random)) |"
      case 6: lines.swapAt(place, random.number(0...(lines.count - 1)))
      case 7: lines[place] = lines[place].replacing("-", with: "\u{2010}", maxReplacements: 1)
      case 8: lines[place] = lines[place].replacing("TODO", with: random.one(of: ["DNOE", "TOOD", "to-do", "Bloked"]))
      default: lines[place] = lines[place].replacing(" ", with: " `a|b` ", maxReplacements: 1)
      }
      text = lines.joined(separator: "\n")
    }
    switch random.number(0...12) {
    case 0: text = "```markdown\n\(text)\n```\n"
    case 1: text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case 2: text = misread(text)
    default: break
    }
    return text
  }

  private static func comment(_ random: inout SeededGenerator) -> String {
    let word = random.one(of: [
      "disable-line", "disable-next-line", "disable", "enable", "disable-file", "disable-lines",
    ])
    let rules = random.one(of: ["SM303", "SM304 SM302", "stale-block, SM501", "SM000", ""])
    return "<!-- sprintmark-\(word) \(rules)\(random.one(of: ["", ": known"])) -->"
  }

  /// UTF-8 read as ISO 8859-1.
  private static func misread(_ text: String) -> String {
    String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
  }
}
