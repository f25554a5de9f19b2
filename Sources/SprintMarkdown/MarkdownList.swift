package import SprintSource

package struct MarkdownList: Sendable {
  package let range: ByteRange
  package let isOrdered: Bool
  package let items: [Item]

  package struct Item: Sendable {
    package let range: ByteRange
    /// The box that the item begins with, if any.
    package let mark: Mark?
    package let blocks: [Block]

    /// The paragraph that the item begins with, without the box.
    package var lead: Paragraph? {
      if case .paragraph(let paragraph)? = blocks.first { paragraph } else { nil }
    }
  }

  /// A box such as `[x]`. GFM §5.3 (task list items) knows blank and `x`; people also write `-` and `~`.
  package struct Mark: Sendable {
    package let character: UInt8
    package let range: ByteRange
  }
}
