/// What lies at a path, links followed.
package struct FileStatus: Sendable {
  package enum Kind: String, Sendable {
    case file = "a file"
    case folder = "a folder"
    case pipe = "a pipe"
    case socket = "a socket"
    case device = "a device"
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
}
