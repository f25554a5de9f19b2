import Glibc

/// What lies at a path, links followed.
package struct FileStatus: Sendable {
  package enum Kind: String, Sendable {
    case file = "a file"
    case folder = "a folder"
    case pipe = "a pipe"
    case socket = "a socket"
    case device = "a device"
    /// Whatever it is, it is none of the repository's.
    case outside = "a link that leads out of the repository"

    /// Why it is not read or written, where a file was expected.
    package var objection: String { self == .outside ? "it is \(rawValue)" : "it is \(rawValue), and no file" }
  }

  /// What two paths have in common that lead to one file.
  package struct Identity: Sendable, Hashable {
    let device: UInt
    let inode: UInt
  }

  package let kind: Kind
  package let identity: Identity
  /// In bytes.
  package let size: Int

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    identity = Identity(device: status.st_dev, inode: status.st_ino)
    size = Int(status.st_size)
  }
}
