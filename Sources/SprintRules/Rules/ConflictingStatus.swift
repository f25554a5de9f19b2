import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let conflictingStatus = Rule(
    "SM202", "conflicting-status", .error,
    Documentation(
      "one task has different states in two files",
      why: "A task that is DONE in one tracker and BLOCKED in another holds up, or lets go, the wrong people.",
      firing: """
        <!-- file: SPRINT_10_app.md -->
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE | None | App Guild | Build. |
        <!-- file: SPRINT_11_app.md -->
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        """,
      passing: """
        <!-- file: SPRINT_10_app.md -->
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE | None | App Guild | Build. |
        <!-- file: SPRINT_11_app.md -->
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE | None | App Guild | Build. |
        """,
      remedy: "Decide which is right, and keep the status in one place."),
    .workspace { context, report in
      let workspace = context.workspace
      // A loop over the collection itself would be made for any collection, and slow.
      let all = workspace.symbols.declarations
      for declarations in all.indices.lazy.map({ all[$0] }) where declarations.count > 1 {
        // Of each sprint the first declaration counts: a second one in the same file is another rule's.
        var bySprint: [TaskIndex] = []
        // They are in the order of the sprints.
        for index in declarations where bySprint.last?.sprint != index.sprint && workspace.task(index).state != .unknown
        {
          bySprint.append(index)
        }
        // By name, not by path: the one to compare with stays the same when a file moves to another folder.
        guard let first = bySprint.min(by: { workspace.sprint(of: $0).slug < workspace.sprint(of: $1).slug }) else {
          continue
        }
        let state = workspace.task(first).state
        for index in bySprint where index != first && workspace.task(index).state != state {
          let task = workspace.task(index)
          // What was handed over to another sprint goes on there.
          guard !task.status.isHandedOver, !workspace.task(first).status.isHandedOver else { continue }
          let isOther = task.isUnlike(workspace.task(first))
          report.add(
            "\(task.id.value.text) is \(task.state.word) here, but \(isOther ? "another task of that id is " : "")\(state.word) in \(workspace.sprint(of: first).path)",
            at: task.status.text.range, in: index.sprint, task: task, key: workspace.sprint(of: first).slug,
            notes: [
              Diagnostic.Note(
                "\(task.id.value.text) is \(state.word)",
                at: workspace.location(workspace.task(first).status.text.range, in: first.sprint))
            ],
            help: isOther
              ? "give one of them an id of its own" : "decide which is right, and keep the status in one place")
        }
      }
      checkIndexes(workspace, &report)
    })

  /// An index of sprints that calls a sprint done while tasks of it are open, or the other way round.
  private static func checkIndexes(_ workspace: Workspace, _ report: inout Report) {
    for (place, index) in workspace.sprints.enumerated() {
      for group in index.groups {
        guard let name = group.sprint, let status = group.status, status.state != .unknown,
          let sprint = workspace.sprints(named: name.value, besides: place).only
        else { continue }
        let tasks = workspace.sprints[sprint].tasks
        guard !tasks.isEmpty, !tasks.contains(where: { $0.state == .unknown }) else { continue }
        let open = tasks.filter { !$0.state.isClosed }
        guard status.state.isClosed != open.isEmpty else { continue }
        let path = workspace.sprints[sprint].path
        let fact = open.first.map {
          "\(Words.counted(open.count, "task")) of it \(open.count == 1 ? "is" : "are") open: \($0.id.value.text)"
        }
        report.add(
          "sprint \(name.value) is \(status.state.word) here, but \(fact ?? "all its tasks are closed") in \(path)",
          at: status.text.range, in: place, key: workspace.sprints[sprint].slug,
          notes: (open.first ?? tasks.first).map { task in
            [
              Diagnostic.Note(
                "\(task.id.value.text) is \(task.state.word)", at: workspace.location(task.id.range, in: sprint))
            ]
          } ?? [],
          help: "decide which is right, and keep the status in one place")
      }
    }
  }
}

extension [Int] {
  /// The element of an array that has one.
  fileprivate var only: Int? { count == 1 ? first : nil }
}

extension Status {
  /// Whether the task goes on in another sprint: `Deferred to Sprint 12`, `Moved to SPRINT_0093`.
  fileprivate var isHandedOver: Bool {
    let words = Vocabulary.words(of: text.bytes).prefix(2)
    return words.contains { ["moved", "deferred", "postponed", "transferred", "carried", "subsumed"].contains($0) }
  }
}

extension TrackerTask {
  /// Whether two tasks of one id are described in words of which none is the same.
  fileprivate func isUnlike(_ other: TrackerTask) -> Bool {
    func words(_ task: TrackerTask) -> Set<Substring> {
      let text = Vocabulary.normalized(task.definition?.bytes ?? [])
      return Set(text.split(separator: " ").filter { $0.utf8.count > 3 })
    }
    let (own, others) = (words(self), words(other))
    return own.count > 1 && others.count > 1 && own.isDisjoint(with: others)
  }
}
