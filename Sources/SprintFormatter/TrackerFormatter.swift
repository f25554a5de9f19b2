import SprintMarkdown
package import SprintModel
package import SprintSource

/// Gives trackers a uniform layout, and changes nothing that they say.
///
/// What it does is checked each time: see ``Guarantee``.
package struct TrackerFormatter: Sendable {
  private let style: LayoutStyle
  private let vocabulary: Vocabulary
  private let read: @Sendable (SourceFile) -> (file: SourceFile, sprint: Sprint)

  /// - Parameters:
  ///   - style: the layout that is wanted.
  ///   - vocabulary: the words that the trackers are written in.
  ///   - read: reads a file as a tracker, as the one was read that is to be formatted.
  package init(
    _ style: LayoutStyle = LayoutStyle(), vocabulary: Vocabulary = .standard,
    read: @escaping @Sendable (SourceFile) -> (file: SourceFile, sprint: Sprint)
  ) {
    self.style = style
    self.vocabulary = vocabulary
    self.read = read
  }

  /// Formats a file, given with what it says.
  package func format(_ file: SourceFile, _ sprint: Sprint) -> FormattedFile {
    if let excess = sprint.refusal { return FormattedFile(.tooLarge(excess)) }
    if let repair = file.repairs.first { return FormattedFile(.damaged(repair.kind)) }
    let document = MarkdownDocument(file)
    let layout = Layout(document, file, sprint, style, vocabulary)
    let edits = layout.edits
    guard !edits.isEmpty else { return FormattedFile(.unchanged, leftTables: layout.leftTables) }
    let after = read(SourceFile(path: file.path, bytes: TextEdit.apply(edits, to: file.text).text))
    // Padded columns can make a long file of a short one.
    if let excess = after.sprint.refusal { return FormattedFile(.tooLarge(excess), leftTables: layout.leftTables) }
    let broken =
      Guarantee.broken(from: (file, sprint), to: after, respellings: layout.respellings, edits: edits)
      ?? (Layout(MarkdownDocument(after.file), after.file, after.sprint, style, vocabulary).edits.isEmpty
        ? nil : .stability)
    if let broken { return FormattedFile(.refused(broken), leftTables: layout.leftTables) }
    return FormattedFile(.changed(after.file.disk), leftTables: layout.leftTables)
  }
}
