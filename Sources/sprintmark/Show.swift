import ArgumentParser
import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintSource

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows all that is known of a task, or how documents are read.",
    discussion: """
      `show ID [PATH…]` shows a task: what its tracker says, what it waits for and what waits for it, and what the logs say
      of it, with file and line. An id is written as in its tracker, or as far as no other task is meant: `57-001`. A task
      that several sprints declare is shown from each.

      `show [PATH…]` shows which tables, lists and blocks of documents hold tasks, and why others do not. The first
      argument is a path where a file or folder lies there.
      """)

  @OptionGroup var paths: PathOptions

  @OptionGroup var form: QueryFormat

  func run() throws {
    let project = try paths.configuration.project()
    if let name = paths.paths.first, name != "-", !FileSystem.exists(name) {
      try showTask(name, project)
    } else {
      try showDocuments(project)
    }
  }

  private func showTask(_ name: String, _ project: Project) throws {
    // Whoever names a file that is not there means no task.
    if name.contains("/") || name.hasSuffix(".md") { return try showDocuments(project) }
    let (loaded, isComplete) = paths.load(project, Array(paths.paths.dropFirst()))
    let standing = TaskStanding(GraphAnalysis(loaded.workspace))
    let accounts = standing.analysis.accounts(of: try loaded.workspace.tasks(named: name))
    switch form.format {
    case .json: Output.write(ShowEmitter.json(accounts, named: name, standing))
    case .table: Output.print(ShowReport(standing).text(accounts))
    }
    if !isComplete { throw ExitCode(2) }
  }

  private func showDocuments(_ project: Project) throws {
    let (loaded, isComplete) = paths.load(project)
    switch form.format {
    case .json: Output.write(ShowEmitter.json(documents: loaded.workspace))
    case .table:
      for sprint in loaded.workspace.selection.map({ loaded.workspace.sprints[$0] }) {
        show(sprint, loaded.workspace.files[sprint.file])
      }
    }
    if !isComplete { throw ExitCode(2) }
  }

  private func show(_ sprint: Sprint, _ file: SourceFile) {
    let dialect = sprint.dialect.map { "dialect \($0), " } ?? ""
    Output.print("\(Display.safe(sprint.path)): \(dialect)\(sprint.tasks.count) tasks, \(sprint.log.count) log entries")
    for repair in file.repairs { Output.print("  repaired before reading: \(repair.kind.rawValue)") }
    for reading in sprint.readings {
      let line = file.position(at: reading.range.lower).line
      Output.print("  line \(line): \(reading.subject.rawValue) \(Display.safe(reading.verdict.sentence))")
    }
  }
}
