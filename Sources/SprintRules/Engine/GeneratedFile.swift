package import SprintSource

/// A document that is made from the trackers, held against them.
package struct GeneratedFile: Sendable {
  /// Its place among the files of the workspace.
  package let file: Int
  /// Where it says what it was made from; nil where it says nothing.
  package let range: ByteRange?
  /// The places, among the files, of those that say something else than they did.
  package let moved: [Int]
  /// What is stale in it, a line each.
  package let evidence: [String]
  package let isStale: Bool
  /// What makes it anew.
  package let command: String

  package init(file: Int, range: ByteRange?, moved: [Int], evidence: [String], isStale: Bool, command: String) {
    self.file = file
    self.range = range
    self.moved = moved
    self.evidence = evidence
    self.isStale = isStale
    self.command = command
  }
}
