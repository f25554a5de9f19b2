/// Trackers put together at random, in every dialect, tidy and untidy.
package enum GeneratedTracker {
  package static let dialects = ["standard", "pipe-less", "task-blocks", "bullets"]

  package static func text(_ seed: Int) -> String {
    var random = SeededGenerator(seed)
    var lines: [String] = []
    if random.once(in: 6) {
      lines += ["---", "start_date: 2026-01-05", "end_date: \"2026-01-16\"", "working_directory: ops/app", "---"]
    }
    lines += [random.one(of: ["# Sprint \(seed) · Änderung (Ops 190.B)", "# Plan", "Sprint \(seed)\n==="]), ""]
    if random.once(in: 2) {
      lines += [
        "## Topic & Scope", "- Goal: \(words(&random))", "  \(words(&random))", "- Working directory: `ops/app`", "",
      ]
    }
    if random.once(in: 2) {
      lines += ["## Dependencies & Concurrency", "- After Sprint 12 and SPRINT_0131_surface.md", ""]
    }
    lines += ["## Delivery Tracker", ""]
    switch seed % 4 {
    case 0:
      lines += table(
        &random, header: ["#", "Task ID", "Status", "Key dependency / next step", "Owners", "Task Definition"],
        isPiped: true)
    case 1: lines += table(&random, header: ["Task ID", "State", "Task description", "Owners"], isPiped: false)
    case 2: for _ in 0..<random.number(1...4) { lines += taskBlock(&random) }
    default:
      lines +=
        ["### Epic A — \(words(&random))"] + (0..<random.number(1...5)).flatMap { _ in bullet(&random) } + [
          "", "**Acceptance:** [x] a<br>b",
        ]
    }
    lines += ["", "## Execution Log"]
    if random.once(in: 2) {
      lines += ["| Date (UTC) | Update | Owner |", "| --- | --- | --- |"]
      for _ in 0..<random.number(0...4) {
        lines.append("| \(date(&random)) | \(event(&random)) | \(owners(&random)) |")
      }
    } else {
      for _ in 0..<random.number(0...4) {
        lines.append(
          "\(random.one(of: ["", "- ", "> "]))\(date(&random))\(random.one(of: ["", " 14:55Z"])): \(event(&random))")
      }
    }
    lines += ["", "## Decisions & Risks", "- \(words(&random))", "", "| 2026-01-09 | \(event(&random)) | Ops |"]
    let end = random.one(of: ["\n", "\n", "\r\n"])
    return (random.once(in: 9) ? "\u{FEFF}" : "") + lines.joined(separator: end) + (random.once(in: 3) ? "" : end)
  }

  private static func table(_ random: inout SeededGenerator, header: [String], isPiped: Bool) -> [String] {
    func row(_ cells: [String]) -> String {
      isPiped ? "| " + cells.joined(separator: " | ") + " |" : cells.joined(separator: " | ")
    }
    var lines = [row(header), row(header.map { _ in "---" })]
    for number in 1...random.number(1...6) {
      var cells: [String] = header.map { name in
        switch name {
        case "#": "\(number)"
        case "Task ID": id(&random)
        case "Status", "State": status(&random)
        case "Owners": owners(&random)
        case "Key dependency / next step": dependency(&random)
        default: words(&random) + " " + dependency(&random)
        }
      }
      if random.once(in: 8) { cells.append(words(&random)) }
      if random.once(in: 8) { cells.removeLast() }
      var line = row(cells)
      if random.once(in: 8) { line = line.replacing(" ", with: "\n", maxReplacements: random.number(1...2)) }
      lines.append(line)
      if random.once(in: 12) { lines += ["", "> 2026-01-08: a note", ""] }
    }
    return lines
  }

  private static func taskBlock(_ random: inout SeededGenerator) -> [String] {
    let mark = random.one(of: ["", "**"])
    var lines = ["### \(id(&random)) \(random.one(of: ["-", "–", ":"])) \(words(&random))"]
    lines.append("\(mark)Status:\(mark) \(status(&random))")
    if random.once(in: 2) { lines.append("\(mark)Dependency:\(mark) \(dependency(&random))") }
    if random.once(in: 2) { lines.append("\(mark)Owners:\(mark) \(owners(&random))") }
    if random.once(in: 2) { lines += ["", "Task description:", "- \(words(&random))", "  \(words(&random))"] }
    if random.once(in: 2) {
      lines += ["", "Completion criteria:", "- [x] \(words(&random))", "- [ ] \(words(&random))"]
    }
    return lines + [""]
  }

  private static func bullet(_ random: inout SeededGenerator) -> [String] {
    let box = random.one(of: ["", "[ ] ", "[x] ", "[~] "])
    let text = random.one(of: [
      "\(id(&random)): ", "**\(id(&random))**: ", "**\(id(&random)). Name** ", "`\(id(&random))` — ",
    ])
    return ["- \(box)\(text)\(words(&random)) \(dependency(&random))"]
      + (random.once(in: 3) ? ["  \(words(&random))"] : [])
  }

  private static func id(_ random: inout SeededGenerator) -> String {
    random.one(of: [
      "OPS-APP-1-00\(random.number(1...9))", "OPS-APP-2-001/002", "A\(random.number(1...9))",
      "OPS‑WEB‑3‑00\(random.number(1...9))", "2.\(random.number(1...9))",
    ])
  }

  private static func status(_ random: inout SeededGenerator) -> String {
    let state = random.one(of: [
      "TODO", "**DOING**", "DONE (2026-01-07)", "**BLOCKED (2026-01-08; kein Gerät)**", "~~TODO~~ done", "✅ Complete",
      "half done", "[x]", "",
    ])
    return state + random.one(of: ["", "", "", " – noch offen"])
  }

  private static func dependency(_ random: inout SeededGenerator) -> String {
    random.one(of: [
      "None", "—", "Depends on OPS-APP-1-001", "OPS-APP-1-001/002, -003", "1-002 + OPS‑WEB‑3‑001",
      "Waiting on a vendor & Änderung 7",
      "Depends on Sprint 120.A", "(Deps: A1, A2.)", "Blocked by `x|y` access", "Due 2026-01-09",
      "the `a\\|b` is not available", "",
    ])
  }

  private static func owners(_ random: inout SeededGenerator) -> String {
    random.one(of: [
      "Ops Guild", "Ops · Web · QA Guilds", "É. Dupont, 李雷", "Ops Guild / ops/app", "Ops Guild (`ops/app`, src/web)",
      "—", "Ops & Web Teams",
    ])
  }

  private static func event(_ random: inout SeededGenerator) -> String {
    random.one(of: [
      "\(id(&random)) completed: \(words(&random))", "Marked \(id(&random)) BLOCKED pending", "Started \(id(&random)).",
      words(&random), "",
    ])
  }

  private static func date(_ random: inout SeededGenerator) -> String {
    random.one(of: ["2026-01-0\(random.number(1...9))", "**2026-01-10**", "2026-01-32", "soon", ""])
  }

  private static func words(_ random: inout SeededGenerator) -> String {
    (0..<random.number(1...4)).map { _ in
      random.one(of: [
        "Prüfe", "the", "`code`", "🛟", "a\\|b", "**now**", "24-48 hours", "SHA-256", "(later)", "—", "e\u{301}",
        "`a|b`",
      ])
    }
    .joined(separator: " ")
  }
}
