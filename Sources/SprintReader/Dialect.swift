package import SprintModel

/// A way of writing tasks down: what it is called, and what it looks like.
///
/// A new dialect is one value more in ``standard``; only a new *shape* needs code.
package struct Dialect: Sendable {
  /// As it is named in the model.
  package let name: String
  package let shape: Shape

  package enum Shape: Sendable {
    /// Rows of a table.
    case table(Columns)
    /// Rows of a table that are groups of a sprint, not tasks.
    case groupTable(Columns)
    /// A heading with an id, and fields below it.
    case blocks(Blocks)
    /// Bullets that begin with an id, under a heading that announces tasks.
    case bullets(Bullets)
    /// A heading that names a group, and below it a line `Tasks: …` that lists ids.
    case planGroups
    /// The whole document is one task.
    case document
  }

  package struct Columns: Sendable {
    package let required: Set<Vocabulary.Column>
    /// Of these, one at least.
    package let oneOf: Set<Vocabulary.Column>
    /// Header names, in the vocabulary's normal form, of which the table must have one.
    package let headers: Set<String>
    /// Whether pipes enclose each row; nil where it does not matter.
    package let hasOuterPipes: Bool?

    init(
      _ required: Set<Vocabulary.Column>, oneOf: Set<Vocabulary.Column> = [], headers: Set<String> = [],
      hasOuterPipes: Bool? = nil
    ) {
      self.required = required
      self.oneOf = oneOf
      self.headers = headers
      self.hasOuterPipes = hasOuterPipes
    }
  }

  package struct Blocks: Sendable {
    /// How the heading names the task.
    package let forms: Set<Declaration.Form>
  }

  package struct Bullets: Sendable {
    /// Whether fields stand below each bullet.
    package let hasFields: Bool
  }

  package init(_ name: String, _ shape: Shape) {
    self.name = name
    self.shape = shape
  }

  /// The dialects that are read, in the order in which they are tried.
  package static let standard: [Dialect] = [
    .standardTable, .moduleBoard, .handleTable, .dependsTable, .pipeLess, .workstreamTable, .storyTable, .waveTable,
    .sprintIndex,
    .planGroups, .taskBlocks, .phaseBlocks, .numberedBlocks, .fieldBullets, .bullets, .storyDocument,
  ]
}
