import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let unknownStatus = Rule(
    "SM301", "unknown-status", .error,
    Documentation(
      "a status is not in the vocabulary",
      why: "A task with a state that nobody defined is in no list: not ready, not blocked, not done.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DNOE (2025-11-02) | None | App Guild | Build. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        """,
      remedy: """
        Write TODO, DOING, REVIEW, BLOCKED, DONE or CANCELLED, with a date or a remark in brackets after it.
        """),
    .sprint { context, report in
      for row in context.rows {
        let task = context.task(row)
        let status = task.status
        guard status.state == .unknown, status.isStated else { continue }
        let text = status.text.value
        // `✅ Parser and tests`: the symbol says it, though not plainly enough to be read.
        if text.unicodeScalars.contains(where: { context.all.vocabulary.symbols[$0] != nil }) { continue }
        let word = text.prefix { $0 != "(" }.trimmingBlanks()
        let nearest = Nearest.matches(for: word.lowercased(), among: context.all.vocabulary.states.keys, most: 1)
        let guess = nearest.first.map { "did you mean \($0.uppercased())? " } ?? ""
        report.add(
          "\(row.name) has the status \"\(Words.excerpt(text))\", which is none", at: status.text.range,
          in: context.index,
          task: task, key: text,
          help: guess + "known are TODO, DOING, REVIEW, BLOCKED, DONE and CANCELLED, with remarks in brackets")
      }
    })
}

extension Substring {
  fileprivate func trimmingBlanks() -> Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
