import ArgumentParser
import SprintDriver
import SprintLinker
import SprintModel
import SprintSource

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows how documents are read: which tables, lists and blocks hold tasks, and why others do not.")

  @OptionGroup var paths: PathOptions

  func run() throws {
    let (loaded, isComplete) = paths.load(try paths.configuration.project())
    for sprint in loaded.workspace.selection.map({ loaded.workspace.sprints[$0] }) {
      let file = loaded.workspace.files[sprint.file]
      let dialect = sprint.dialect.map { "dialect \($0), " } ?? ""
      Output.print("\(Display.safe(sprint.path)): \(dialect)\(sprint.tasks.count) tasks, \(sprint.log.count) log entries")
      for repair in file.repairs { Output.print("  repaired before reading: \(repair.kind.rawValue)") }
      for reading in sprint.readings {
        let line = file.position(at: reading.range.lower).line
        Output.print("  line \(line): \(reading.subject.rawValue) \(Display.safe(reading.verdict.sentence))")
      }
    }
    if !isComplete { throw ExitCode(2) }
  }
}

extension Reading.Verdict {
  /// The verdict as the end of a sentence about a table, a list or a block.
  fileprivate var sentence: String {
    switch self {
    case .tasks(let count, let dialect): "read as \(count) \(count == 1 ? "task" : "tasks") (\(dialect))"
    case .groups(let count, let dialect): "read as \(count) \(count == 1 ? "group" : "groups") (\(dialect))"
    case .log(let count): "read as \(count) log \(count == 1 ? "entry" : "entries")"
    case .notTasks(let reason): "not read as tasks: \(reason)"
    }
  }
}
