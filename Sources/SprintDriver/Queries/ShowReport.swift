package import SprintLinker
import SprintModel
import SprintSource

/// Tells people all that is known of a task.
package struct ShowReport: Sendable {
  private let sentence: Sentence
  private let standing: TaskStanding

  private var analysis: GraphAnalysis { standing.analysis }
  private var workspace: Workspace { analysis.workspace }

  package init(_ standing: TaskStanding) {
    self.standing = standing
    sentence = Sentence(standing.analysis)
  }

  package func text(_ accounts: [TaskAccount]) -> String {
    accounts.map { lines($0).map { Display.safe($0) + "\n" }.joined() }.joined(separator: "\n")
  }

  private func lines(_ account: TaskAccount) -> [String] {
    let (task, sprint) = (workspace.task(account.index), workspace.sprint(of: account.index))
    var lines = ["\(task.uid)  \(sentence.state(account.index))  \(sentence.place(account.index))"]
    func add(_ name: String, _ values: [String]) {
      for (place, value) in values.enumerated() {
        let name = place == 0 ? name : ""
        lines.append("  \(name)\(String(repeating: " ", count: max(1, 14 - name.count)))\(value)")
      }
    }
    func located(_ value: LocatedText?) -> [String] { value.map { [Self.oneLine($0.value)] } ?? [] }
    add("sprint", [sprint.title?.value ?? sprint.slug])
    let row = task.row.map { "row \($0.value)" }
    let label = task.label.value == task.id.value.text ? nil : "declared as `\(task.label.value)`"
    add("row", [[row, label].compactMap { $0 }.joined(separator: ", ")].filter { !$0.isEmpty })
    add("group", task.group.map { [sprint.groups[$0].name.value] } ?? [])
    add("definition", located(task.definition))
    add("owners", [task.owners.map(\.name.value).joined(separator: ", ")].filter { !$0.isEmpty })
    add("paths", [task.paths.map(\.value).joined(separator: ", ")].filter { !$0.isEmpty })
    add("estimate", located(task.estimate))
    add("priority", located(task.priority))
    add("notes", located(task.notes))
    add("criteria", task.acceptance.map { "[\($0.isDone ? "x" : " ")] \(Self.oneLine($0.text.value))" })
    add("standing", standing(account.index))
    add("depends on", dependencies(account))
    add("waited for by", account.dependents.map(dependent))
    add("log", account.log.map(entry))
    if account.omitted > 0 { add("left out", ["\(account.omitted) tasks that wait for it, and log entries"]) }
    return lines
  }

  private func standing(_ index: TaskIndex) -> [String] {
    [
      standing.isReady(index) ? "ready: nothing that it names is in its way" : nil,
      standing.isStale(index) ? "stale: it is blocked, and all that it depends on is done" : nil,
      standing.isInCycle(index) ? "in a cycle: it depends on itself through other tasks" : nil,
    ].compactMap { $0 }
  }

  private func dependencies(_ account: TaskAccount) -> [String] {
    analysis.prerequisites(of: account.index).map { prerequisite in
      "\(sentence.target(prerequisite.target))  (\(sentence.reference(prerequisite.reference, of: account.index)))"
    }
  }

  private func dependent(_ edge: DependencyGraph.Edge) -> String {
    let reference = sentence.reference(edge.reference, of: edge.task)
    return "\(workspace.symbols.uids[edge.from])  \(sentence.state(edge.task))  (\(reference))"
  }

  private func entry(_ place: TaskAccount.LogPlace) -> String {
    let entry = workspace.sprints[place.sprint].log[place.entry]
    let date = entry.date?.description ?? entry.dateText.value
    return
      "\(date)  \(entry.event.rawValue)  \(sentence.place(entry.range, in: place.sprint))  \(Self.oneLine(entry.update.value))"
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
