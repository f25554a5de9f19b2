package import SprintSource

/// A Markdown file as blocks.
package struct MarkdownDocument: Sendable {
  package let blocks: [Block]
  /// The YAML between the lines of dashes at the top of the file, without those lines.
  package let frontMatter: ByteRange?

  /// Parses the text of a file. Every text is a Markdown document, so nothing can be wrong with it but its size, which
  /// is for ``SizeCheck`` to look at before.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - isWhole: whether cmark gets to see all of the text, and not what its blocks depend on alone: the same, slower.
  package init(_ file: SourceFile, isWhole: Bool = false) {
    let frontMatter = FrontMatter.find(in: file)
    self.frontMatter = frontMatter?.content
    let firstLine = (frontMatter?.lines ?? 0) + 1
    let skeleton = isWhole ? nil : Skeleton(file, fromLine: firstLine)
    let text = skeleton.map { Bytes($0.text) } ?? Bytes(file.text)[(frontMatter?.end ?? 0)...]
    guard let document = CMarkDocument(parsing: text, of: file) else {
      blocks = []
      return
    }
    let lineNumbers = skeleton?.lineNumbers ?? Array(firstLine..<max(firstLine, file.lines.lineCount + 1))
    var converter = BlockConverter(file: file, lineNumbers: lineNumbers)
    document.forEachBlock { converter.add($0) }
    blocks = converter.blocks
  }
}
