import SprintLinker
import SprintModel
import SprintSource

/// What a rule knows of the workspace. A class, as threads that count references to all that it holds would hold each other up.
final class WorkspaceContext: Sendable {
  let workspace: Workspace
  /// The day on which trackers are judged; later dates lie in the future.
  let today: CalendarDate?
  let vocabulary: Vocabulary
  /// Where finished trackers go, as it is shown; empty where they may stay.
  let archive: [String]
  private let fileLookup: FileLookup?
  let generatedFiles: [GeneratedFile]
  private let kindred = LazyValue<KindredIDs>()
  private let unknown = LazyValue<[String: Int]>()
  private let paths = LazyValue<Set<Bytes>>()

  init(
    workspace: Workspace, today: CalendarDate?, vocabulary: Vocabulary, archive: [String], fileLookup: FileLookup?,
    generatedFiles: [GeneratedFile]
  ) {
    self.workspace = workspace
    self.today = today
    self.vocabulary = vocabulary
    self.archive = archive
    self.fileLookup = fileLookup
    self.generatedFiles = generatedFiles
  }

  /// Tells whether something lies at a path; nil where links are not looked after.
  var linkLookup: FileLookup? {
    guard let fileLookup else { return nil }
    let paths = paths.get { Set(workspace.files.map { Bytes($0.path) }) }
    // What was read is there, or will be: an editor may hold what it gives to standard input.
    return { link, tracker in
      paths.contains(Bytes("\(tracker.folder)\(link)")) ? true : fileLookup(link, tracker)
    }
  }

  var kindredIDs: KindredIDs { kindred.get { KindredIDs(workspace.symbols) } }

  /// How many tasks have a status that is not in the vocabulary, by that status.
  var unknownStatuses: [String: Int] {
    unknown.get {
      var counts: [String: Int] = [:]
      for sprint in workspace.sprints.indices {
        // No slice of the sprints is made: a copy of a sprint, or of a task, would copy all that it holds.
        let tasks = workspace.sprints[sprint].tasks
        for place in tasks.indices where tasks[place].status.state == .unknown {
          if let word = tasks[place].status.unknownWord(vocabulary) { counts[word, default: 0] += 1 }
        }
      }
      return counts
    }
  }

  /// An id with its state and the date of it, as evidence: `OPS-1 is DONE (2025-11-25)`.
  func evidence(_ node: Int, note: String = "") -> Diagnostic.Note {
    guard let index = workspace.declaration(node) else { return Diagnostic.Note(workspace.symbols.uids[node] + note) }
    let task = workspace.task(index)
    let date = task.status.date.map { " (\($0.value))" } ?? ""
    return Diagnostic.Note(
      "\(task.uid) is \(task.state.word)\(date)\(note)",
      at: workspace.location(task.id.range, in: index.sprint))
  }

  /// Whether each declaration of an id closes it.
  func isClosed(_ node: Int) -> Bool { workspace.isClosed(node) }

  /// Whether each declaration of an id says that there is something left to do.
  func isOpen(_ node: Int) -> Bool {
    workspace.symbols.declarations[node].allSatisfy { index in
      switch workspace.state(of: index) {
      case .todo, .doing, .review, .blocked: true
      case .done, .cancelled, .unknown: false
      }
    }
  }

  /// Whether each declaration of an id says that it is blocked.
  func isBlocked(_ node: Int) -> Bool {
    workspace.symbols.declarations[node].allSatisfy { workspace.state(of: $0) == .blocked }
  }
}

/// What a rule knows of a sprint.
struct SprintContext: Sendable {
  let all: WorkspaceContext
  /// The place of the sprint in the workspace.
  let index: Int
  let sprint: Sprint
  let file: SourceFile
  let rows: [TaskRow]
  /// Those of the rows that stand in tables.
  let tables: [TaskTable]
  /// What the log says of the tasks.
  let log: LogIndex
  /// The first task at each range, and the first entry of the log; none where all rows are as they should be.
  private let rowTasks: [ByteRange: Int]
  private let rowEntries: [ByteRange: Int]
  /// What is decided in this file about the rule that looks at it.
  var options = RuleOptions()

  /// The same for a rule of which something is decided.
  func with(_ options: RuleOptions) -> SprintContext {
    var context = self
    context.options = options
    return context
  }

  var workspace: Workspace { all.workspace }

  init(_ all: WorkspaceContext, sprint index: Int) {
    self.all = all
    self.index = index
    let sprint = all.workspace.sprints[index]
    self.sprint = sprint
    file = all.workspace.files[sprint.file]
    rows = TaskRow.rows(of: sprint)
    tables = TaskTable.tables(rows, of: sprint, in: file)
    log = LogIndex(sprint, index, all.workspace)
    func places(_ ranges: some Sequence<ByteRange>) -> [ByteRange: Int] {
      sprint.irregularities.isEmpty ? [:] : Dictionary(zip(ranges, 0...)) { first, _ in first }
    }
    rowTasks = places(sprint.tasks.lazy.map(\.range))
    rowEntries = places(sprint.log.lazy.map(\.range))
  }

  /// What tells an irregular row from others wherever it stands: its task, or what it says.
  func identity(ofRow range: ByteRange) -> (task: TrackerTask?, key: String) {
    if let place = rowTasks[range] { return (sprint.tasks[place], "") }
    return (nil, rowEntries[range].map { sprint.log[$0].key } ?? file.slice(range).string)
  }

  /// Whether a task or an entry of the log stands in an irregular row.
  func declares(_ range: ByteRange) -> Bool { rowTasks[range] != nil || rowEntries[range] != nil }

  /// The ids of a row as written.
  func name(of row: TaskRow) -> String { row.name(in: sprint) }

  /// The first task of a row.
  func task(_ row: TaskRow) -> TrackerTask { sprint.tasks[row.tasks.lowerBound] }

  /// The state of a row's first task.
  func state(of row: TaskRow) -> TaskState { sprint.tasks[row.tasks.lowerBound].status.state }

  /// The node of the id that a task of the sprint declares.
  func node(of task: Int) -> Int { workspace.symbols.node(of: TaskIndex(sprint: index, task: task)) }

  /// The dependencies of a row's first task, each with what it means.
  func dependencies(of row: TaskRow) -> Zip2Sequence<[Reference], ArraySlice<Resolution>> {
    zip(sprint.tasks[row.tasks.lowerBound].dependencies, resolutions(of: row))
  }

  /// One of the dependencies of a row's first task.
  func reference(_ place: Int, of row: TaskRow) -> Reference {
    sprint.tasks[row.tasks.lowerBound].dependencies[place]
  }

  /// What the dependencies of a row's first task mean.
  func resolutions(of row: TaskRow) -> ArraySlice<Resolution> {
    workspace.dependencies(of: TaskIndex(sprint: index, task: row.tasks.lowerBound))
  }
}

extension LogEntry {
  /// What tells an entry from others wherever it stands.
  var key: String { "\(dateText.value)|\(update.value)" }
}
