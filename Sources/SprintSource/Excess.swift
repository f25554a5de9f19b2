/// A limit that was met.
package struct Excess: Sendable, Equatable {
  package let kind: Limits.Kind
  /// How much there is; where counting stopped, more than that.
  package let figure: Int
  package let limit: Int
  /// Where; nil where it is about the file as a whole.
  package let range: ByteRange?

  package init(_ kind: Limits.Kind, _ figure: Int, limit: Int, at range: ByteRange? = nil) {
    self.kind = kind
    self.figure = figure
    self.limit = limit
    self.range = range
  }
}

extension Excess: CustomStringConvertible {
  /// What there is too much of: `a line has 200000 bytes, and the limit is 131072`.
  package var description: String {
    let what =
      switch kind {
      case .fileSize: "it has \(figure) bytes"
      case .lineLength: "a line has \(figure) bytes"
      case .nesting: "\(figure) lists and quotes stand inside each other"
      case .columns: "a table has \(figure) columns"
      case .cells: "its tables have \(figure) cells or more, as short rows are filled up"
      case .marks: "it has \(figure) line ends, pipes and other marks of Markdown"
      case .linkText: "its references to links may be written out to \(figure) bytes"
      case .tasks: "it declares \(figure) tasks"
      case .dependencies: "its rows and statements refer to \(figure) tasks or more"
      case .sharedText: "rows that declare several tasks have \(figure) bytes, counted for each task"
      case .references: "references that mean several things stand for \(figure) of them or more"
      case .files: "the workspace has \(figure) files"
      case .workspaceSize: "with it the workspace has \(figure) bytes"
      }
    return "\(what), and the limit is \(limit)"
  }

  /// What to do.
  package var help: String {
    let remedy =
      switch kind {
      case .fileSize, .cells, .marks, .tasks, .dependencies: "split the file"
      case .lineLength: "break the line"
      case .nesting: "nest less deeply"
      case .columns: "split the table"
      case .sharedText: "give each task a row"
      case .linkText: "shorten the longest definition of a link"
      case .references: "name the tasks that are meant"
      case .files, .workspaceSize: "lint a part of the folder"
      }
    return "\(remedy), or raise `limits.\(kind.rawValue)` in the configuration"
  }
}
