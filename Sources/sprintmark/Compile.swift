import ArgumentParser
import SprintDriver
import SprintEmitters

struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Compiles trackers into other forms.")

  enum Form: String, ExpressibleByArgument, CaseIterable { case json, dot, markdown }

  @OptionGroup var paths: PathOptions

  @Option(help: "The form to write: the model as JSON, the graph for Graphviz, or the standard template.")
  var emit: Form = .json

  func run() throws {
    let (loaded, isComplete) = paths.load(try paths.configuration.project())
    let workspace = loaded.workspace
    switch emit {
    case .json: Output.write(ModelEmitter.json(workspace))
    case .dot: Output.write(DotEmitter.dot(workspace))
    case .markdown: Output.write(MarkdownEmitter.markdown(workspace))
    }
    if !isComplete { throw ExitCode(2) }
  }
}
