package import SprintSource

/// What a reader of a Markdown document gets to see.
package struct PageRendering: Sendable, Equatable {
  /// HTML, with LF alone as line end.
  package let html: [UInt8]

  /// What GitHub extends CommonMark by (GFM §4.10, §5.3, §6.5, §6.9). Two of them write to global tables of the library
  /// while they parse: one rendering at a time.
  private static let extensions = Locked(["table", "strikethrough", "autolink", "tasklist"])

  /// Renders the text of a file as GitHub does, without its front matter.
  ///
  /// - Returns: nil where the library makes no page of it.
  package init?(_ file: SourceFile) {
    let body = Bytes(file.text)[(FrontMatter.find(in: file)?.end ?? 0)...]
    let html = Self.extensions.withLock { CMarkDocument(parsing: body, of: file, with: $0)?.html }
    guard let html else { return nil }
    self.html = html.filter { $0 != 0x0D }
  }

  /// The tags with their attributes, without the text between them.
  package var tags: [UInt8] {
    var tags: [UInt8] = []
    var isInside = false
    for byte in html {
      if byte == UInt8(ascii: "<") { isInside = true }
      if isInside { tags.append(byte) }
      if byte == UInt8(ascii: ">") { isInside = false }
    }
    return tags
  }
}
