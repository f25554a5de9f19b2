extension Dialect {
  /// The whole file is one task: `# User Story US-12: …`, then `**Status**: …`; sub-tasks have ids of their own.
  static let storyDocument = Dialect("story-document", .document)
}
