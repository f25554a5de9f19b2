private import CBuild

/// Which sprintmark this is.
package struct Version: CustomStringConvertible {
  /// The number of the release, as in Semantic Versioning 2.0.
  package static let number = "0.1.0"

  /// This program's.
  package static var current: Version { Version(commit: unsafe String(cString: build_commit())) }

  /// The commit that it was built from; empty where that is not known.
  private let commit: String

  package init(commit: String) { self.commit = commit }

  package var description: String {
    commit.isEmpty ? "sprintmark \(Self.number)" : "sprintmark \(Self.number) (\(commit))"
  }
}
