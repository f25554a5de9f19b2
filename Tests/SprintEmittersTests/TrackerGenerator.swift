/// Makes trackers in all dialects, always the same for the same seed.
enum TrackerGenerator {
  static func tracker(seed: Int) -> String {
    var maker = Maker(seed)
    return maker.tracker()
  }

  /// SplitMix64 (S. Vigna).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private struct Maker {
    private var random: Generator
    private var ids: [String] = []

    init(_ seed: Int) { random = Generator(state: UInt64(truncatingIfNeeded: seed) &* 7919 &+ 1) }

    private mutating func pick<Element>(_ items: [Element]) -> Element {
      items[Int.random(in: 0..<items.count, using: &random)]
    }
    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func tracker() -> String {
      let stem = pick(["APP", "DEVOPS-OBS", "MIRROR-CRT", "X1-Y2"])
      let isShort = chance(25)
      let count = number(0...9)
      ids = (0..<count).map { isShort ? "\(pick(["A", "T"]))\($0 + 1)" : "\(stem)-\(10 + $0 / 4)-00\($0 % 4 + 1)" }
      var text = "# Sprint \(number(1...900)) · \(words())\n"
      text += section("Topic & Scope") + section("Dependencies & Concurrency") + section("Documentation Prerequisites")
      switch number(0...3) {
      case 0: text += standard()
      case 1: text += pipeLess()
      case 2: text += blocks()
      default: text += bullets()
      }
      if chance(70) { text += log() }
      return text + section("Decisions & Risks") + section("Next Checkpoints")
    }

    // MARK: Dialects

    private mutating func standard() -> String {
      var text = "\n## Delivery Tracker\n"
      text +=
        "| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |\n| --- | --- | --- | --- | --- | --- |\n"
      for (place, id) in ids.enumerated() {
        let label = chance(10) ? "`\(id)`" : id
        text += "| \(place + 1) | \(label) | \(status()) | \(dependency(of: id)) | \(owners()) | \(cell()) |\n"
      }
      return text
    }

    private mutating func pipeLess() -> String {
      var text = "\n## Delivery Tracker\nTask ID | State | Task description | Owners (Source)\n--- | --- | --- | ---\n"
      for id in ids { text += "\(id) | \(status()) | \(cell()) \(dependency(of: id)) | \(owners())\n" }
      return text
    }

    private mutating func blocks() -> String {
      var text = "\n## Delivery Tracker\n"
      for id in ids {
        text +=
          "\n### \(id) - \(words())\nStatus: \(status())\nDependency: \(dependency(of: id))\nOwners: \(owners())\n"
        if chance(60) { text += "Task description:\n- \(line())\n- \(line())\n" }
        if chance(60) { text += "\nCompletion criteria:\n- [\(pick(["x", " "]))] \(line())\n- [ ] \(line())\n" }
      }
      return text
    }

    private mutating func bullets() -> String {
      var text = "\n## Backlog\n"
      for (place, id) in ids.enumerated() {
        if place % 3 == 0, chance(60) { text += "\n### Epic \(place) — \(words())\n\n" }
        let mark = pick(["[ ] ", "[x] ", "[~] ", "[-] ", ""])
        text += "- \(mark)\(pick(["\(id):", "**\(id)**:", "**\(id). \(words())** —"])) \(line())"
        text += chance(30) ? "\n  \(words())\n" : "\n"
      }
      return text
    }

    private mutating func log() -> String {
      var text = "\n## Execution Log\n| Date (UTC) | Update | Owner |\n| --- | --- | --- |\n"
      for _ in 0..<number(0...5) {
        let id = ids.isEmpty ? "X-1-1" : pick(ids)
        let update = pick([
          "\(id) completed: \(cell())", "Marked \(id) BLOCKED pending \(words()).", "\(id): \(cell())", cell(),
        ])
        text += "| 2025-11-\(number(10...30)) | \(update) | \(pick(["App", "", "Web Guild"])) |\n"
      }
      return text
    }

    private mutating func section(_ heading: String) -> String {
      guard chance(60) else { return "" }
      return "\n## \(heading)\n" + (0..<number(0...3)).map { _ in "- \(line())\n" }.joined()
    }

    // MARK: Texts

    private mutating func status() -> String {
      pick([
        "TODO", "DOING", "DONE (2025-11-02)", "**DONE**", "BLOCKED (2025-11-03)",
        "BLOCKED (no \(pick(["key", "licence"])))", "REVIEW",
        "✅ Complete", "CANCELLED", "In Progress", "DNOE", "DONE; shipped",
      ])
    }

    private mutating func dependency(of id: String) -> String {
      let others = ids.filter { $0 != id }
      let other = others.isEmpty ? "WEB-99-001" : pick(others)
      let end = other.split(separator: "-").suffix(2).joined(separator: "-")
      return pick([
        "None", "—", other, "Depends on \(other)", "Depends on \(end)", "Wait on \(other) + signed bundle",
        "Needs the licence server",
        "Blocked by \(other), WEB-99-001/002", "Depends on Sprint 120.C",
      ])
    }

    private mutating func owners() -> String {
      pick([
        "App Guild", "App Guild · Web Guild", "Mirror · CLI · Exporter Guilds", "DevOps Guild (ops/devops)", "TBD",
        "Ops, Dev & Test / src/app",
        "Größe · 日本",
      ])
    }

    private mutating func words() -> String {
      (0..<number(1...4)).map { _ in pick(["build", "test", "the", "größe", "日本", "😀", "machine", "ship", "\"it\""]) }
        .joined(separator: " ")
    }

    /// Text in which any sign of Markdown may stand, but no pipe outside a code span.
    private mutating func cell() -> String {
      words() + " "
        + pick([
          "done.", "`a \\| b`.", "*so*.", "<b>so</b>.", "[so](so.md).", "a \\| b.", "a & b; c.", "\\*.",
          "“so” – and on.", "#4.", "&amp; </script>",
        ])
    }

    /// The same outside a table.
    private mutating func line() -> String { chance(15) ? words() + " `a | b` or a | b." : cell() }
  }
}
