/// The files of a work tree that differ from a revision, as they lie there.
///
/// What is deleted is not among them: there is nothing to look at.
package struct ChangedFiles: Sendable {
  package enum Base: Sendable {
    /// The last commit, from which the index differs: what is about to be committed.
    case lastCommit
    /// The commit where a revision and `HEAD` parted, from which the work tree differs.
    case revision(String)
  }

  package let base: Base
  /// Whether it is about what is about to be committed.
  package var isAboutIndex: Bool {
    if case .lastCommit = base { true } else { false }
  }
  private let files: Set<FileStatus.Identity>
  /// Those of which another text is staged.
  private let stagedOtherwise: Set<FileStatus.Identity>
  /// Absolute paths of what is staged, but not in the work tree.
  package let missing: [String]

  /// Asks git about the folder that the tool runs in.
  package init(since base: Base) throws(GitError) {
    let repository = try GitRepository()
    let changes: [GitRepository.Change] =
      switch base {
      case .lastCommit: try repository.staged()
      case .revision(let revision): try repository.differing(from: revision).map { GitRepository.Change(name: $0) }
      }
    let found = changes.map { change in
      let path = repository.root + "/" + change.name
      return (change: change, path: path, identity: try? FileSystem.status(of: path).identity)
    }
    self.base = base
    files = Set(found.compactMap(\.identity))
    stagedOtherwise = Set(found.compactMap { $0.change.isStagedOtherwise ? $0.identity : nil })
    missing = found.filter { $0.identity == nil && $0.change.isStagedOtherwise }.map(\.path)
  }

  package func contains(_ file: FileStatus.Identity) -> Bool { files.contains(file) }

  /// Whether another text of a file is staged than the one in the work tree, which is the one that is read.
  package func isStagedOtherwise(_ path: String) -> Bool {
    guard !stagedOtherwise.isEmpty, let file = try? FileSystem.status(of: path).identity else { return false }
    return stagedOtherwise.contains(file)
  }
}
