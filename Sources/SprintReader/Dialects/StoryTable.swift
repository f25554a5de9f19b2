import SprintModel

extension Dialect {
  /// Story tables: `| ID | Story (Epic) | MoSCoW | Est | R/A | C/I | Deps |`, `| ID | Title | Points | Status | Assignee |`,
  /// any columns in any order, with an id and something that only work has.
  static let storyTable = Dialect(
    "story-table", .table(Columns([.id], oneOf: [.status, .dependencies, .estimate, .owners])))
}
