import SystemPackage

/// The repository that a folder lies in: what a change to it can bring along, such as a link, leads no further.
///
/// Whoever sends a change to a repository can put a symbolic link or a path into it; a run on a server reads with the
/// rights of the server, and shows what it reads.
struct Repository: Sendable {
  /// Without links in it.
  let root: String

  /// The nearest one around a path; nil where there is none.
  init?(around path: String) {
    guard let path = FileSystem.resolvingLinks(in: path) else { return nil }
    var parts = path.split(separator: "/")
    while !FileSystem.exists("/" + parts.joined(separator: "/") + "/.git") {
      guard parts.popLast() != nil else { return nil }
    }
    root = "/" + parts.joined(separator: "/")
  }

  /// Whether a path leads to something in the repository, links followed; true for what is not there.
  func contains(_ path: String) -> Bool {
    guard let target = FileSystem.resolvingLinks(in: path) else { return true }
    return target == root || target.hasPrefix(root == "/" ? root : root + "/")
  }

  /// Whether a link in the repository leads out of it, wherever it ends.
  static func isLeft(by link: String) -> Bool {
    guard FileSystem.linkTarget(of: link) != nil else { return false }
    let folder = FilePath(link).removingLastComponent().string
    guard let repository = Repository(around: folder.isEmpty ? "." : folder) else { return false }
    return !repository.contains(link)
  }
}
