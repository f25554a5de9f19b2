import ArgumentParser
import SprintDriver
import SprintEmitters
import SprintLinker
import SprintReader
import SprintTemplate

struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compiles trackers into other forms.",
    discussion: """
      json is the model, ndjson a record for each task, log entry and dependency, csv a table of the tasks, markdown the
      standard template, and dot and mermaid the graph of dependencies.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case json, ndjson, csv, markdown, dot, mermaid }

  @OptionGroup var paths: PathOptions

  @Option(help: "The form to write.")
  var emit: Form = .json

  @Option(name: [.short, .long], help: "Write into this file instead of standard output.", completion: .file())
  var output: String?

  @OptionGroup(title: "Drawing options") var drawing: DrawingOptions

  func validate() throws {
    if drawing.isUsed, emit != .dot, emit != .mermaid {
      throw ValidationError("--focus, --depth, --blocked and --collapse belong to --emit dot and --emit mermaid")
    }
  }

  func run() throws {
    let project = try paths.configuration.project()
    var (loaded, isComplete) = paths.load(project)
    let workspace = loaded.workspace
    let bytes =
      switch emit {
      case .json: ModelEmitter.json(workspace)
      case .ndjson: NDJSONEmitter.ndjson(workspace)
      case .csv: CSVEmitter.csv(workspace)
      case .markdown: standardTemplate(of: workspace, project, isComplete: &isComplete)
      case .dot: DotEmitter.dot(try drawing.view(workspace, "Graphviz", isTooLarge: DotEmitter.isTooLarge))
      case .mermaid:
        MermaidEmitter.mermaid(try drawing.view(workspace, "Mermaid", isTooLarge: MermaidEmitter.isTooLarge))
      }
    // A file that is there already is worth more than one of which a part is missing.
    if let output, isComplete { try Output.write(bytes, to: output, butNoneOf: workspace.files) }
    if output == nil { Output.write(bytes) }
    if !isComplete { throw ExitCode(2) }
  }

  /// The sprints in the standard template; one that does not read back as it was read is a defect, and is named.
  private func standardTemplate(of workspace: Workspace, _ project: Project, isComplete: inout Bool) -> [UInt8] {
    let template = StandardTemplate(scanners: Scanners(project.configuration.vocabulary))
    let (bytes, failures) = MarkdownEmitter.markdown(workspace, template)
    for (path, differences) in failures {
      Output.complain("error: \(Display.safe(path)) cannot be brought into the standard template as it is")
      for difference in differences.prefix(12) { Output.complain("   = \(Display.safe(difference))") }
      isComplete = false
    }
    return bytes
  }
}
