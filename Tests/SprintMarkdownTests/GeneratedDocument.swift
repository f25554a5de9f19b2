import SprintTesting

/// Markdown put together at random out of what trackers are made of, well formed or not.
enum GeneratedDocument {
  static func text(_ seed: Int) -> String {
    var random = SeededGenerator(seed)
    var lines: [String] = []
    if random.once(in: 8) { lines += ["---", "slug: a", "---"] }
    for _ in 0..<random.number(1...8) {
      lines += block(&random, depth: 0)
      if !random.once(in: 3) { lines.append("") }
    }
    let end = random.one(of: ["\n", "\n", "\n", "\r\n", "\r"])
    return (random.once(in: 10) ? "\u{FEFF}" : "") + lines.joined(separator: end) + (random.once(in: 3) ? "" : end)
  }

  private static func block(_ random: inout SeededGenerator, depth: Int) -> [String] {
    switch random.number(0...(depth < 4 ? 11 : 7)) {
    case 0: ["\(random.one(of: ["#", "##", "   ###"])) \(words(&random)) \(random.one(of: ["", "##", "#"]))"]
    case 1: paragraph(&random) + [random.one(of: ["===", "---", "  -"])]
    case 2: ["```", words(&random), "", "```"]
    case 3: [random.one(of: ["---", "* * *", "<!-- \(words(&random)) -->", "<div>", "[a]: /url"])]
    case 4, 5: table(&random)
    case 6, 7: paragraph(&random)
    case 8, 9:
      container(
        &random, depth: depth, first: random.one(of: ["> ", ">"]), rest: random.one(of: ["> ", "> ", ">", ""]))
    case 10: container(&random, depth: depth, first: random.one(of: ["- ", "* ", "- [ ] ", "- [x] "]), rest: "  ")
    default:
      container(
        &random, depth: depth, first: random.one(of: ["1. ", "12) "]), rest: random.one(of: ["   ", "    ", ""]))
    }
  }

  private static func container(_ random: inout SeededGenerator, depth: Int, first: String, rest: String) -> [String] {
    var lines: [String] = []
    for _ in 0..<random.number(1...3) {
      lines += block(&random, depth: depth + 1)
      if random.once(in: 2) { lines.append("") }
    }
    return lines.enumerated().map { ($0.offset == 0 ? first : rest) + $0.element }
  }

  private static func paragraph(_ random: inout SeededGenerator) -> [String] {
    (0..<random.number(1...3)).map { _ in random.one(of: ["", "", "  ", "      "]) + words(&random) }
  }

  private static func table(_ random: inout SeededGenerator) -> [String] {
    let columns = random.number(1...4)
    let isPiped = columns == 1 || !random.once(in: 4)
    var lines = random.once(in: 4) ? paragraph(&random) : []
    func row(_ cells: [String]) -> String {
      isPiped ? "| " + cells.joined(separator: " | ") + " |" : cells.joined(separator: " | ")
    }
    lines.append(row((0..<columns).map { _ in words(&random) }))
    lines.append(row((0..<columns).map { _ in random.one(of: ["---", ":-:", "-"]) }))
    for _ in 0..<random.number(0...4) {
      let count = max(0, columns + random.one(of: [0, 0, 0, 0, -1, 1, 2]))
      lines.append(
        random.one(of: ["", "", "", " ", "  "]) + row((0..<count).map { _ in random.once(in: 9) ? "" : words(&random) })
      )
      if random.once(in: 12) { lines.append(words(&random)) }
    }
    return lines
  }

  private static func words(_ random: inout SeededGenerator) -> String {
    (0..<random.number(1...4)).map { _ in
      random.one(of: [
        "OPS-12-001", "TODO", "**DONE**", "`a|b`", "`code`", "a\\|b", "—", "é", "🚀", "x", "[a](b)", "[x]", "#", "|",
        "\\",
        "Depends on", "(2025-11-02)", "*", "<br>", "&amp;", "ops/app", "a:", ">", "``",
      ])
    }.joined(separator: " ")
  }
}
