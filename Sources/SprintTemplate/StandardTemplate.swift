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
    let context = ReadingContext(file, scanners)
    let document = MarkdownDocument(file)
    // What was not read cannot be put in order.
    guard document.oversizeTable == nil else {
      return Conversion(bytes: file.text, differences: ["it holds a table that is too large to be read"])
    }
    let expansions = options.expandsReferences ? ReferenceExpansion.edits(of: sprint, in: workspace) : []
    let layout = SourceLayout(sprint, document, context)
    var best: Conversion?
    for breaks in Cell.LineBreaks.allCases {
      let tasks = TaskTableWriter(
        sprint: sprint, context: context, surplus: layout.surplus, options: options, breaks: breaks,
        expansions: expansions)
      var writer = TemplateWriter(layout, tasks, breaks)
      let bytes = writer.text()
      let found = RoundTrip(sprint, expansions).differences(in: read(bytes, as: sprint, file.path))
      if best.map({ found.count < $0.differences.count }) ?? true { best = Conversion(bytes: bytes, differences: found) }
      if found.isEmpty { break }
    }
    return best ?? Conversion(bytes: file.text, differences: [])
  }

  private func read(_ bytes: [UInt8], as sprint: Sprint, _ path: String) -> Sprint {
    let file = Carrier.mend(SourceFile(path: path, bytes: bytes)).file
    return SprintReader(scanners).read(file, index: sprint.file)
  }
}
