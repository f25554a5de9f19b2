import ArgumentParser
import SprintDriver
import SprintEmitters
import SprintLinker

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows why a task waits: the chain to each thing that it waits for in the end.",
    discussion: """
      Each step says where the reference is written, and how it was found out what it means. An id is written as in its
      tracker, or as far as no other task is meant: `57-001`.
      """)

  @Argument(help: "The id of the task.")
  var id: String

  @OptionGroup var paths: PathOptions

  @OptionGroup var form: QueryFormat

  func run() throws {
    let (loaded, isComplete) = paths.load(try paths.configuration.project())
    let nodes = try loaded.workspace.tasks(named: id) as [Int]
    let standing = TaskStanding(GraphAnalysis(loaded.workspace))
    switch form.format {
    case .json: Output.write(WhyEmitter.json(nodes, named: id, standing))
    case .table: Output.print(WhyReport(standing).text(nodes))
    }
    if !isComplete { throw ExitCode(2) }
  }
}
