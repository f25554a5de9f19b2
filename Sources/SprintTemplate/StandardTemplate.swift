package import SprintLinker
import SprintMarkdown
package import SprintModel
package import SprintReader
import SprintSource

/// Brings sprints into the standard template, whatever dialect they are written in.
///
/// Sections stand in their order, tasks in tables, the log with the newest entry first. What the model does not hold is
/// carried along byte for byte: prose, code, HTML, tables that are no tasks, sections that the template does not know.
package struct StandardTemplate: Sendable {
  package struct Options: Sendable, Equatable {
    /// Each task of a compound row gets a row of its own.
    package var splitsCompounds: Bool
    /// References are written as full ids.
    package var expandsReferences: Bool

    package init(splitsCompounds: Bool = false, expandsReferences: Bool = false) {
      self.splitsCompounds = splitsCompounds
      self.expandsReferences = expandsReferences
    }
  }

  /// A sprint in the template.
  package struct Conversion: Sendable {
    package let bytes: [UInt8]
    /// What does not read back as it was read, a sentence each; none where all does.
    package let differences: [String]
  }

  /// How a document is put in order: the first way on which everything reads back as it was read is taken.
  struct Way {
    var breaks = Cell.LineBreaks.folded
    /// Of a section that announces no tasks the rows alone go into the tracker: what else stands there could become
    /// tasks below its heading.
    var movesRowsAlone = false
    /// A task that the whole document is stays as it is written.
    var keepsDocument = false

    static let all = [
      Way(), Way(breaks: .kept), Way(movesRowsAlone: true), Way(keepsDocument: true),
      Way(breaks: .kept, movesRowsAlone: true), Way(breaks: .kept, movesRowsAlone: true, keepsDocument: true),
    ]
  }

  private let options: Options
  private let scanners: Scanners

  /// - Parameters:
  ///   - options: what is written in another way than it was.
  ///   - scanners: those of the vocabulary that the sprints were read with.
  package init(_ options: Options = Options(), scanners: Scanners = Scanners()) {
    self.options = options
    self.scanners = scanners
  }

  /// The text of a sprint in the template.
  package static func text(of sprint: Sprint, in workspace: Workspace, _ options: Options = Options()) -> [UInt8] {
    StandardTemplate(options).conversion(of: sprint, in: workspace).bytes
  }

  /// The same, held against what was read.
  package func conversion(of sprint: Sprint, in workspace: Workspace) -> Conversion {
    let file = workspace.files[sprint.file]
    // What was not read cannot be put in order.
    if let excess = sprint.refusal {
      return Conversion(bytes: file.text, differences: ["it is not read: \(excess.description)"])
    }
    let context = ReadingContext(file, scanners)
    let document = MarkdownDocument(file)
    let expansions = options.expandsReferences ? expansions(of: sprint, in: workspace) : .none
    var best: Conversion?
    for way in Way.all {
      let layout = SourceLayout(sprint, document, context, keepsDocument: way.keepsDocument)
      let tasks = TaskTableWriter(
        sprint: sprint, context: context, surplus: layout.surplus, options: options, breaks: way.breaks,
        expansions: expansions)
      var writer = TemplateWriter(layout, tasks, way)
      let bytes = writer.text()
      let other = read(bytes, as: sprint, file.path)
      var found = RoundTrip(sprint, expansions).differences(in: other)
      // A title that still names the task would be what counts the next time.
      let names = { (sprint: Sprint) in
        Set(sprint.tasks.lazy.filter { $0.label.range.lower < sprint.title?.range.upper ?? 0 }.map(\.uid))
      }
      let remains = names(other)
      if !way.keepsDocument, !remains.isEmpty { found += remains.sorted().map { "its title would still name \($0)" } }
      if best.map({ found.count < $0.differences.count }) ?? true {
        best = Conversion(bytes: bytes, differences: found)
      }
      if found.isEmpty { break }
    }
    return best ?? Conversion(bytes: file.text, differences: [])
  }

  private func read(_ bytes: [UInt8], as sprint: Sprint, _ path: String) -> Sprint {
    SprintReader(scanners).mend(SourceFile(path: path, bytes: bytes), index: sprint.file).sprint
  }

  /// What writes out the references of a sprint.
  private func expansions(of sprint: Sprint, in workspace: Workspace) -> Expansions {
    guard let index = workspace.sprints.firstIndex(where: { $0.file == sprint.file }) else { return .none }
    return Expansions(
      TaskRow.rows(of: sprint).flatMap { row in
        sprint.tasks[row.tasks.lowerBound].dependencies.indices.compactMap {
          ReferenceExpansion.edit(ofDependency: $0, in: row, of: index, in: workspace)
        }
      })
  }
}
