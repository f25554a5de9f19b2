import ArgumentParser
import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintSource

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists tasks: all, or those that are ready, blocked, or blocked for no reason any more.",
    discussion: """
      Ready is a task that is to do and names nothing that is open; stale one that is blocked though all that it depends
      on is done. With --assume-done, tasks count as done that are not: BECOMES then says which tasks that makes ready,
      and which blocks it lifts; without another choice, only these are listed.
      """)

  enum Standing: String, EnumerableFlag {
    case ready, blocked, stale

    static func help(for value: Standing) -> ArgumentHelp? {
      switch value {
      case .ready: "Only tasks that could be begun."
      case .blocked: "Only tasks that are blocked."
      case .stale: "Only tasks that are blocked though all that they depend on is done."
      }
    }
  }

  @OptionGroup var paths: PathOptions

  @Flag(exclusivity: .exclusive) var standing: Standing?

  @Option(
    help:
      "Only tasks in this state; with commas, several: \(TaskState.allCases.map(\.rawValue).joined(separator: ", ")).")
  var state: String?

  @Option(help: "Only tasks with an owner whose name has this in it.")
  var owner: String?

  @Option(help: "Only tasks of this sprint: a number, a code, or the beginning of a file's name.")
  var sprint: String?

  @Option(help: "What if this task were done? With commas, several.")
  var assumeDone: String?

  @OptionGroup var form: QueryFormat

  func validate() throws { _ = try state.map(Self.states) }

  func run() throws {
    let states = try state.map(Self.states)
    let (loaded, isComplete) = paths.load(try paths.configuration.project())
    let workspace = loaded.workspace
    let sprints = try sprint.map { try Set(Self.sprints(named: $0, workspace)) }
    let done = try assumeDone.map { try workspace.tasks(inList: $0) } ?? []
    let assumption = Assumption(workspace, done: done)
    let tasks = workspace.selection.filter { sprints?.contains($0) ?? true }.flatMap { sprint in
      workspace.sprints[sprint].tasks.indices.map { TaskIndex(sprint: sprint, task: $0) }
    }.filter { index in
      let task = assumption.after.analysis.workspace.task(index)
      return isChosen(index, assumption) && states?.contains(task.state) ?? true && isOwned(task)
    }
    switch form.format {
    case .json: Output.write(ListEmitter.json(tasks, assumption, done: done))
    case .table:
      let table = ListReport.table(tasks, assumption, isAssumed: assumeDone != nil)
      if table.isEmpty { Output.complain("note: no task fits what is asked for") } else { form.print(table) }
    }
    if !isComplete { throw ExitCode(2) }
  }

  private func isChosen(_ index: TaskIndex, _ assumption: Assumption) -> Bool {
    switch standing {
    case .ready: assumption.after.isReady(index)
    case .blocked: assumption.after.isBlocked(index)
    case .stale: assumption.after.isStale(index)
    case nil: assumeDone == nil || state != nil || assumption.change(of: index) != nil
    }
  }

  private func isOwned(_ task: TrackerTask) -> Bool {
    guard let owner = owner?.lowercased() else { return true }
    return task.owners.contains { $0.name.value.lowercased().contains(owner) }
  }

  private static func states(_ list: String) throws -> Set<TaskState> {
    Set(
      try list.split(separator: ",").map { name in
        let name = name.trimmingBlanks()
        let known = TaskState.allCases.map(\.rawValue)
        guard let state = TaskState(rawValue: name.lowercased()) else {
          let nearest = Nearest.matches(for: name.lowercased(), among: known, most: 1)
          let hint = nearest.first.map { "did you mean \($0)?" } ?? "there are \(known.joined(separator: ", "))"
          throw ValidationError("no state is called \"\(Display.safe(name))\"; \(hint)")
        }
        return state
      })
  }

  private static func sprints(named name: String, _ workspace: Workspace) throws(CommandFailure) -> [Int] {
    let found = workspace.sprints(named: name)
    guard found.isEmpty else { return found }
    let known = workspace.selection.flatMap { place in
      let sprint = workspace.sprints[place]
      return [sprint.slug] + [sprint.number?.value, sprint.code?.value].compactMap { $0 }
    }
    let nearest = Nearest.matches(for: name, among: Set(known).sorted())
    throw CommandFailure(
      "no sprint is called \"\(name)\"",
      help: nearest.isEmpty
        ? "`sprintmark stats` lists all sprints" : "did you mean \(nearest.joined(separator: ", "))?")
  }
}
