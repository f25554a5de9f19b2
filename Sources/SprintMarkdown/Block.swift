package import SprintSource

/// A block of a Markdown document, with the bytes it takes.
package enum Block: Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(MarkdownList)
  case table(Table)
  case quote(Quote)
  case code(CodeBlock)
  /// A thematic break: `---` (CommonMark 0.29 §4.1).
  case thematicBreak(ByteRange)
  /// HTML, and whatever else is not looked into.
  case other(ByteRange)

  package var range: ByteRange {
    switch self {
    case .heading(let heading): heading.range
    case .paragraph(let paragraph): paragraph.range
    case .list(let list): list.range
    case .table(let table): table.range
    case .quote(let quote): quote.range
    case .code(let code): code.range
    case .thematicBreak(let range), .other(let range): range
    }
  }
}

package struct Heading: Sendable {
  package let level: Int
  package let range: ByteRange
  /// Without the `#` marks around it.
  package let text: ByteRange
}

package struct Paragraph: Sendable {
  package let range: ByteRange
  /// The text of each line, without indentation, quote marks, trailing blanks and comments at its ends.
  package let lines: [ByteRange]
}

package struct Quote: Sendable {
  package let range: ByteRange
  package let blocks: [Block]
}

package struct CodeBlock: Sendable {
  package let range: ByteRange
}
