import Glibc
import SystemPackage

/// Writes files so that whoever looks finds the old text or the new one, whatever happens in between.
///
/// The new text goes to a file in the same folder, to the disk, and is read back before it takes the old one's name. The
/// permissions of the old file are kept; a symbolic link stays, and what it leads to is written.
package enum AtomicWriter {
  /// - Parameters:
  ///   - bytes: the new text.
  ///   - path: of the file.
  ///   - old: what must still lie there, where somebody has read it to make the new text.
  /// - Throws: `FileError`; the old file is then untouched, and nothing is left beside it.
  package static func write(_ bytes: [UInt8], to path: String, replacing old: [UInt8]? = nil) throws(FileError) {
    let target = try resolved(path)
    let mode = try mode(of: target, named: path)
    let (temporary, descriptor) = try create(beside: target, named: path)
    do {
      try descriptor.closeAfter {
        guard fchmod(descriptor.rawValue, mode) == 0 else { throw Errno(rawValue: errno) }
        try descriptor.writeAll(bytes)
        guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
      }
      guard try FileSystem.read(temporary) == bytes else { throw Errno.ioError }
      if let old, try FileSystem.read(target) != old { throw FileError.changed(path) }
      guard unsafe rename(temporary, target) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unsafe unlink(temporary)
      if let error = error as? FileError, error.detail != nil { throw error }
      throw FileError(path, .write, (error as? FileError)?.reason ?? error as? Errno ?? .ioError)
    }
    // The new name is there already; that it outlives a loss of power is all that is left to be had.
    if let folder = try? FileDescriptor.open(FilePath(folder(of: target)), .readOnly) {
      fsync(folder.rawValue)
      try? folder.close()
    }
    guard try FileSystem.read(target) == bytes else { throw FileError(path, .write, .ioError) }
  }

  /// The file that a path leads to in the end, which need not be there.
  private static func resolved(_ path: String) throws(FileError) -> String {
    var target = path
    for _ in 0..<40 {
      guard let link = FileSystem.linkTarget(of: target) else { return target }
      target = FilePath(folder(of: target)).pushing(FilePath(link)).string
    }
    throw FileError(path, .write, .tooManySymbolicLinkLevels)
  }

  /// The permissions that the file has, or that a new one is to have.
  private static func mode(of target: String, named path: String) throws(FileError) -> mode_t {
    var status = stat()
    guard unsafe stat(target, &status) == 0 else {
      guard errno == ENOENT else { throw FileError(path, .write, Errno(rawValue: errno)) }
      let mask = umask(0)
      umask(mask)
      return 0o666 & ~mask
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path, .write, status.st_mode & S_IFMT == S_IFDIR ? .isDirectory : .invalidArgument)
    }
    // A file that nobody may write is meant to stay, even where whoever runs this could replace it.
    guard status.st_mode & 0o222 != 0, unsafe access(target, W_OK) == 0 else {
      throw FileError(path, .write, .permissionDenied)
    }
    return status.st_mode & 0o7777
  }

  private static func create(beside target: String, named path: String) throws(FileError) -> (String, FileDescriptor) {
    for attempt in 0..<100 {
      let temporary = folder(of: target) + "/.sprintmark-\(getpid())-\(attempt)"
      do {
        let descriptor = try FileDescriptor.open(
          FilePath(temporary), .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
        return (temporary, descriptor)
      } catch {
        if error as? Errno == .fileExists { continue }
        throw FileError(path, .write, error as? Errno ?? .ioError)
      }
    }
    throw FileError(path, .write, .fileExists)
  }

  private static func folder(of path: String) -> String {
    let folder = FilePath(path).removingLastComponent().string
    return folder.isEmpty ? "." : folder
  }
}
