import ArgumentParser
import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource

extension Workspace {
  /// The tasks that somebody means, as nodes.
  ///
  /// - Throws: a failure that names what may have been meant.
  func tasks(named name: String) throws(CommandFailure) -> [Int] {
    switch tasks(named: name) as TaskLookup {
    case .found(let nodes): return nodes
    case .ambiguous(let nodes):
      let most = 12
      let more = nodes.count > most ? " and \(nodes.count - most) more" : ""
      throw CommandFailure(
        "\"\(name)\" may mean several tasks", help: "say which: \(names(nodes.prefix(most)))\(more)")
    case .unknown:
      let hint = nearest(to: name)
      throw CommandFailure(
        "no task is called \"\(name)\"",
        help: hint.isEmpty ? "`sprintmark list` lists all tasks" : "did you mean \(hint.joined(separator: ", "))?")
    }
  }

  /// The tasks of a list with commas.
  func tasks(inList list: String) throws(CommandFailure) -> [Int] {
    var nodes: [Int] = []
    for name in list.split(separator: ",") {
      nodes += try tasks(named: name.trimmingBlanks()).filter { !nodes.contains($0) }
    }
    return nodes
  }

  private func names(_ nodes: some Sequence<Int>) -> String {
    nodes.map { symbols.uids[$0] }.joined(separator: ", ")
  }

  private func nearest(to name: String) -> [String] {
    let ids = Set(symbols.uids + sprints.flatMap { $0.tasks.map(\.id.value.text) })
    let byCase = Dictionary(grouping: ids) { $0.uppercased() }
    return Nearest.matches(for: name.uppercased(), among: byCase.keys.sorted()).flatMap { (byCase[$0] ?? []).sorted() }
  }
}
