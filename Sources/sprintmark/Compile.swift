import ArgumentParser
import SprintDriver
import SprintEmitters
import SprintLinker
import SprintSource
import SprintTemplate

struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compiles trackers into other forms.",
    discussion: """
      json is the model, ndjson a record for each task, log entry and dependency, csv a table of the tasks, jira-csv what
      Jira imports, markdown the standard template, and dot and mermaid the graph of dependencies.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json, ndjson, csv
    case jiraCSV = "jira-csv"
    case markdown, dot, mermaid
  }

  @OptionGroup var paths: PathOptions

  @Option(help: "The form to write.")
  var emit: Form = .json

  @Option(
    name: [.short, .long],
    help: """
      Write into this file instead of standard output. With --emit markdown, a path that ends in `/` or is a folder: \
      a file there for each sprint.
      """, completion: .file())
  var output: String?

  @OptionGroup(title: "Template options") var template: TemplateOptions

  @OptionGroup(title: "Drawing options") var drawing: DrawingOptions

  func validate() throws {
    if drawing.isUsed, emit != .dot, emit != .mermaid {
      throw ValidationError("--focus, --depth, --blocked and --collapse belong to --emit dot and --emit mermaid")
    }
    if template.isUsed, emit != .markdown {
      throw ValidationError("--split-compound, --expand-references and --force belong to --emit markdown")
    }
  }

  func run() throws {
    let project = try paths.configuration.project()
    let (loaded, isComplete) = paths.load(project)
    let workspace = loaded.workspace
    let bytes: [UInt8]
    switch emit {
    case .json where output == nil:
      Output.write { ModelEmitter.write(workspace, to: $0) }
      if !isComplete { throw ExitCode(2) }
      return
    case .json: bytes = ModelEmitter.json(workspace)
    case .ndjson: bytes = NDJSONEmitter.ndjson(workspace)
    case .csv: bytes = CSVEmitter.csv(workspace)
    case .jiraCSV:
      do {
        bytes = try JiraCSVEmitter.csv(workspace, project.configuration.jira)
      } catch {
        throw CommandFailure(
          "the table would have more than \(JiraCSVEmitter.mostCells) cells: each row has as many as the longest",
          help: "name fewer trackers, or split the rows with the most owners and dependencies")
      }
    case .markdown: return try writeTemplate(workspace, project, isComplete: isComplete)
    case .dot: bytes = DotEmitter.dot(try drawing.view(workspace, "Graphviz", isTooLarge: DotEmitter.isTooLarge))
    case .mermaid:
      bytes = MermaidEmitter.mermaid(try drawing.view(workspace, "Mermaid", isTooLarge: MermaidEmitter.isTooLarge))
    }
    // A file that is there already is worth more than one of which a part is missing.
    if let output, isComplete { try Output.write(bytes, to: output, butNoneOf: workspace.files.map(\.path)) }
    if output == nil { Output.write(bytes) }
    if !isComplete { throw ExitCode(2) }
  }

  /// Writes the sprints in the standard template: into a folder, or one after the other.
  private func writeTemplate(_ workspace: Workspace, _ project: Project, isComplete: Bool) throws {
    let (conversions, areEqual) = template.conversions(of: workspace, project)
    if let output, output.hasSuffix("/") || (try? FileSystem.kind(of: output)) == .folder {
      if isComplete, areEqual { try template.write(conversions, of: workspace, into: output) }
    } else {
      let bytes = MarkdownEmitter.markdown(workspace, conversions)
      if let output, isComplete, areEqual {
        try Output.write(bytes, to: output, butNoneOf: workspace.files.map(\.path))
      }
      if output == nil { Output.write(bytes) }
    }
    if !isComplete || !areEqual { throw ExitCode(2) }
  }
}
