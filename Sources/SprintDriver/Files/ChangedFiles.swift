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
  private let files: Set<FileStatus.Identity>

  /// Asks git about the folder that the tool runs in.
  package init(since base: Base) throws(GitError) {
    let repository = try GitRepository()
    let names =
      switch base {
      case .lastCommit: try repository.staged()
      case .revision(let revision): try repository.differing(from: revision)
      }
    self.base = base
    files = Set(names.compactMap { try? FileSystem.status(of: repository.root + "/" + $0).identity })
  }

  package func contains(_ file: FileStatus.Identity) -> Bool { files.contains(file) }
}
