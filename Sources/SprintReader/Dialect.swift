package import SprintModel

/// A way of writing tasks down: what it is called, and what it looks like.
///
/// A new dialect is one value more in ``standard``; only a new *shape* needs code.
package struct Dialect: Sendable {
  /// As it is named in the model.
  package let name: String
  package let shape: Shape

  package enum Shape: Sendable {
    /// Rows of a table with these columns.
    case table(Columns)
    /// A heading with an id, and below it lines such as `Status: DONE`.
    case blocks(Blocks)
    /// Bullets that begin with an id, under a heading that announces tasks.
    case bullets
  }

  package struct Columns: Sendable {
    package let required: Set<Vocabulary.Column>
    /// Whether pipes enclose each row; nil where it does not matter.
    package let hasOuterPipes: Bool?
  }

  package struct Blocks: Sendable {
    package let required: Set<Vocabulary.Column>
  }

  package init(_ name: String, _ shape: Shape) {
    self.name = name
    self.shape = shape
  }

  /// The dialects that are read, in the order in which they are tried.
  package static let standard: [Dialect] = [.standardTable, .pipeLess, .taskBlocks, .bullets]
}
