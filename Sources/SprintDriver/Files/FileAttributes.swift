@unsafe import CExtendedAttributes
import Glibc
import SprintSource
import SystemPackage

/// What belongs to a file beside its text: who owns it, who may do what with it, and extended attributes (xattr(7)), among
/// which are access control lists (acl(5)).
struct FileAttributes: Sendable {
  private let owner: uid_t
  private let group: gid_t
  private let mode: mode_t
  private let extended: [(name: [CChar], value: [UInt8])]

  /// The list of whom the owner gives access to.
  private static let accessList = Array("system.posix_acl_access\0".utf8).map { CChar(bitPattern: $0) }

  /// Those of a file; nil where there is none.
  init?(of path: String) throws {
    var status = stat()
    let path = path.onDisk
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw Errno(rawValue: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw status.st_mode & S_IFMT == S_IFDIR ? Errno.isDirectory : .invalidArgument
    }
    // A file that nobody may write is meant to stay, even where whoever runs this could replace it.
    guard status.st_mode & 0o222 != 0, unsafe access(path, W_OK) == 0 else { throw Errno.permissionDenied }
    (owner, group, mode) = (status.st_uid, status.st_gid, status.st_mode & 0o7777)
    extended = Self.names(of: path).compactMap { name in
      unsafe Self.value { unsafe getxattr(path, name, $0, $1) }.map { (name, $0) }
    }
  }

  /// Gives them to a new file, as far as the system lets whoever runs this: only the superuser gives files away.
  func apply(to file: FileDescriptor) throws {
    let descriptor = file.rawValue
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Errno(rawValue: errno) }
    var mode = mode
    if (status.st_uid, status.st_gid) != (owner, group), fchown(descriptor, owner, group) != 0 {
      // Rights that were given to one user or group must not become those of another.
      mode &= 0o777
      if fchown(descriptor, uid_t.max, group) != 0 { mode = mode & 0o707 | (mode & 0o007) << 3 & mode }
    }
    // The folder may have given it a list of its own.
    unsafe fremovexattr(descriptor, Self.accessList)
    guard fchmod(descriptor, mode) == 0 else { throw Errno(rawValue: errno) }
    for (name, value) in extended where unsafe fsetxattr(descriptor, name, value, value.count, 0) != 0 {
      let reason = Errno(rawValue: errno)
      guard name != Self.accessList, reason == .notPermitted || reason == .notSupported else { throw reason }
    }
  }

  /// The names of extended attributes, each with its NUL. That of a capability is not among them: it is about a text that
  /// is no longer there.
  private static func names(of path: [CChar]) -> [[CChar]] {
    let list = unsafe value { unsafe listxattr(path, $0?.assumingMemoryBound(to: CChar.self), $1) }
    return (list ?? []).split(separator: 0).map { $0.map { CChar(bitPattern: $0) } + [0] }
      .filter { $0 != "security.capability".onDisk }
  }

  /// What a call gives that first tells how much room it needs; nil where there is nothing.
  private static func value(_ call: (UnsafeMutableRawPointer?, Int) -> Int) -> [UInt8]? {
    let room = call(nil, 0)
    guard room >= 0 else { return nil }
    var value = [UInt8](repeating: 0, count: room)
    let count = unsafe value.withUnsafeMutableBytes { unsafe call($0.baseAddress, room) }
    return count >= 0 && count <= room ? Array(value[..<count]) : nil
  }
}
