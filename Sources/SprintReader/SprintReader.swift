import SprintMarkdown
package import SprintModel
package import SprintSource

/// Reads files as sprint trackers. Each thread has its own, which remembers what stands in many of them.
package struct SprintReader {
  private let scanners: Scanners
  private let dialects: [Dialect]
  private let memory = ReadingMemory()

  package init(_ scanners: Scanners = Scanners(), dialects: [Dialect] = Dialect.standard) {
    self.scanners = scanners
    self.dialects = dialects
  }

  /// Reads a file, which has the place `index` among those that are read together.
  ///
  /// Every text can be read; what is no tracker has no tasks. Of one that exceeds a limit only that is said.
  package func read(_ file: SourceFile, index: Int = 0) -> Sprint {
    if let excess = SizeCheck.excess(in: file, scanners.limits) { return refuse(file, index: index, excess) }
    return readWithinLimits(file, index: index)
  }

  private func readWithinLimits(_ file: SourceFile, index: Int) -> Sprint {
    let context = ReadingContext(file, scanners, memory)
    let document = MarkdownDocument(file)
    var builder = SprintBuilder(document, context, dialects, index: index)
    var sprint = builder.build()
    if let excess = sprint.refusal { return refuse(file, index: index, excess) }
    sprint.links = LinkReader.links(in: document.blocks, of: file)
    sprint.suppressions = SuppressionReader.comments(in: file, document.blocks)
    sprint.invalidText = InvalidText.places(in: file)
    if sprint.tasks.isEmpty { sprint.looksRendered = RenderedPage.looksRendered(file) }
    return sprint
  }

  /// Mends a file and reads it; one that exceeds a limit is not looked through for damage either.
  package func mend(_ file: SourceFile, index: Int = 0) -> (file: SourceFile, sprint: Sprint) {
    let excess = SizeCheck.excess(in: file, scanners.limits)
    if let excess { return (file, refuse(file, index: index, excess)) }
    let file = Carrier.mend(file).file
    // What was not repaired is as large as it was.
    return (file, file.repairs.isEmpty ? readWithinLimits(file, index: index) : read(file, index: index))
  }

  /// A file that is not read, as a sprint of which nothing is known.
  package func refuse(_ file: SourceFile, index: Int = 0, _ excess: Excess) -> Sprint {
    var sprint = Sprint(file: index, path: file.path, slug: file.slug)
    sprint.refusal = excess
    return sprint
  }
}
