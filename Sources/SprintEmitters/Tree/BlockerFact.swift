/// What only people know about a blocker.
package struct BlockerFact: Sendable, Equatable {
  /// The blockers that are meant: an id, or a pattern over ids and words.
  package var pattern: WordPattern
  package var title: String?
  package var category: String?
  /// Who can unblock it.
  package var owner: String?
  /// What has to be done.
  package var unblock: String?
  /// When it is expected.
  package var eta: String?

  package init(_ pattern: WordPattern) { self.pattern = pattern }
}
