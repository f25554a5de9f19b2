import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let unresolvedReference = Rule(
    "SM402", "unresolved-reference", .warning,
    Documentation(
      "a dependency names no known task or sprint",
      why: """
        A misspelt id, or one whose sprint was archived, holds nothing up and is not seen in any list. Lint
        the whole folder at once, so that all trackers are known.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on AP-10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on 10-001 | App Guild | Test, after SHA-256 is in. |
        """,
      remedy: """
        Correct the id, or say in words what is waited for. `--unsafe-fixes` writes the id of a task where exactly one
        with the same numbers is a slip away.
        """, fix: .unsafe),
    .sprint { context, report in
      // A file that was not read may declare it.
      let workspace = context.workspace
      guard !workspace.hasRefused, workspace.hasUnresolvedDependency(in: context.index) else { return }
      for row in context.rows where context.resolutions(of: row).contains(where: { $0.method == .unresolved }) {
        let task = context.task(row)
        for (reference, resolution) in context.dependencies(of: row) where resolution.method == .unresolved {
          guard let target = resolution.names.first, !context.names(partOf: target, reference) else { continue }
          let written = target == reference.text.value ? "" : " (written `\(reference.text.value)`)"
          let what = reference.kind == .sprint ? "sprint" : "task"
          let nearest =
            reference.kind == .task ? context.all.kindredIDs.nearest(to: target, besides: task.uid) : []
          report.add(
            "\(context.name(of: row)) \(row.isPlural ? "depend" : "depends") on \(reference.kind == .sprint ? "Sprint " : "")\(target)\(written), which no known tracker declares",
            at: reference.text.range, in: context.index, task: task, key: target,
            help: "correct the \(what)'s name, or lint the folder that holds its tracker too"
              + (nearest.isEmpty ? "" : " (the nearest known: \(nearest.joined(separator: ", ")))"),
            fixes: fix(of: reference, target, nearest, in: row, context).map { [$0] } ?? [])
        }
      }
    })

  private static func fix(
    of reference: Reference, _ target: String, _ nearest: [String], in row: TaskRow, _ context: SprintContext
  ) -> Fix? {
    // Another number is another task, and may lie in a file that was not read.
    let slips = Nearest.matches(for: target, among: nearest.filter { $0.digits == target.digits }, limit: 1)
    let own = row.tasks.map(context.node(of:))
    // What the row names already was not meant, nor what waits for the row.
    guard let meant = slips.first, slips.count == 1, target == reference.text.value, TaskID(meant).isGlobal,
      !context.resolutions(of: row).contains(where: { context.workspace.targets(of: $0).contains(meant) }),
      let node = context.workspace.symbols.node(meant), !context.workspace.graph.mayLead(from: node, to: own)
    else { return nil }
    return Fix("write \(meant)", .unsafe, [TextEdit(reference.text.range, meant)], changing: [.dependency])
  }
}

extension SprintContext {
  /// Whether a reference such as `Sprint 67.10` names a part of a sprint that is known.
  fileprivate func names(partOf target: String, _ reference: Reference) -> Bool {
    let parts = target.split(separator: ".", omittingEmptySubsequences: false)
    guard reference.kind == .sprint, parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) })
    else { return false }
    return !workspace.sprints(named: String(parts[0]), besides: -1).isEmpty
  }
}

extension String {
  fileprivate var digits: [UInt8] { utf8.filter(\.isDigit) }
}

extension DependencyGraph {
  /// Whether a task waits for one of others in the end, or for so many that it may.
  fileprivate func mayLead(from start: Int, to ends: [Int]) -> Bool {
    var seen: Set<Int> = [start]
    var next = [start]
    while let node = next.popLast() {
      if ends.contains(node) || seen.count > 1_000 { return true }
      for edge in edges(from: node) where seen.insert(edges[edge].to).inserted { next.append(edges[edge].to) }
    }
    return false
  }
}
