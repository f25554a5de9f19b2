import SprintMarkdown
package import SprintModel
package import SprintSource

/// Reads a file as a sprint tracker.
package struct SprintReader: Sendable {
  private let scanners: Scanners
  private let dialects: [Dialect]

  package init(_ scanners: Scanners = Scanners(), dialects: [Dialect] = Dialect.standard) {
    self.scanners = scanners
    self.dialects = dialects
  }

  /// Reads a file, which has the place `index` among those that are read together.
  ///
  /// Every text can be read; what is no tracker has no tasks.
  package func read(_ file: SourceFile, index: Int = 0) -> Sprint {
    let context = ReadingContext(file, scanners)
    let document = MarkdownDocument(file)
    var builder = SprintBuilder(document, context, dialects, index: index)
    var sprint = builder.build()
    sprint.links = LinkReader.links(in: document.blocks, of: file)
    sprint.suppressions = SuppressionReader.comments(in: file)
    sprint.invalidText = InvalidText.places(in: file)
    if sprint.tasks.isEmpty { sprint.looksRendered = RenderedPage.looksRendered(file) }
    return sprint
  }
}
