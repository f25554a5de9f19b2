/// What a team has decided about the layout of its trackers.
package struct LayoutStyle: Sendable, Equatable {
  package enum LineEndings: String, Sendable, CaseIterable {
    /// As the file has them; where it mixes them, all become what most of them are.
    case keep
    /// LF everywhere.
    case lf
  }

  /// Whether the columns of tables are padded to one width.
  package var align = false
  /// Whether the standard words for states get their standard spelling.
  package var statuses = true
  package var lineEndings = LineEndings.keep

  package init() {}
}
