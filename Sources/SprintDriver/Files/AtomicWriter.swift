import Glibc
import SprintSource
import SystemPackage

/// Writes files so that whoever looks finds the old text or the new one, whatever happens in between.
///
/// The new text goes to a file in the same folder, to the disk, and is read back before it takes the old one's name. Owner,
/// group, permissions and extended attributes of the old file are kept as far as the system lets whoever runs this; a
/// symbolic link stays, and what it leads to is written. Of a file with several names (hard links) the one that is meant
/// gets the new text, and the others keep the old: there is no way to change all of them in one step, and a copy that
/// somebody made by `cp -l` is a copy. Signals that would end the process wait until the file is whole.
package enum AtomicWriter {
  /// What lies where a file is to be written.
  package enum Old: Sendable {
    case anything
    /// What is there is not to be replaced.
    case nothing
    /// What was read, to make the new text of it.
    case text([UInt8])
  }

  /// - Parameters:
  ///   - bytes: the new text.
  ///   - path: of the file.
  ///   - old: what must lie there, still, when the new text takes its place.
  /// - Throws: `FileError`; the old file is then untouched, and nothing is left beside it.
  package static func write(_ bytes: [UInt8], to path: String, replacing old: Old = .anything) throws(FileError) {
    let target = try resolved(path)
    // What a link leads to need not be there yet, but its folder has to.
    if target != path, let repository = Repository(around: folder(of: path)), !repository.contains(folder(of: target)) {
      throw .outside(path, .write)
    }
    if let kind = try? FileSystem.kind(of: target), kind != .file, kind != .folder {
      throw FileError(path, .write, .invalidArgument, detail: kind.objection)
    }
    if StandardStream.leads(to: target) {
      throw FileError(path, .write, .invalidArgument, detail: "standard output or standard error goes there")
    }
    let attributes: FileAttributes?
    do {
      attributes = try FileAttributes(of: target)
    } catch {
      throw FileError(path, .write, error as? Errno ?? .ioError)
    }
    if case .text = old, attributes == nil { throw FileError.gone(path) }
    let signals = HeldSignals()
    defer { signals.release() }
    let (temporary, descriptor) = try create(beside: target, named: path)
    do {
      try descriptor.closeAfter {
        try descriptor.writeAll(bytes)
        if let attributes { try attributes.apply(to: descriptor) } else { try allow(descriptor) }
        guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
      }
      guard try FileSystem.read(temporary) == bytes else { throw Errno.ioError }
      if case .text(let old) = old {
        let now = try FileSystem.read(target)
        // Somebody else was faster, with the same in mind.
        if now == bytes, now != old {
          unsafe unlink(temporary.onDisk)
          return
        }
        guard now == old else { throw FileError.changed(path) }
      }
      if case .nothing = old {
        try name(temporary, target)
      } else {
        guard unsafe rename(temporary.onDisk, target.onDisk) == 0 else { throw Errno(rawValue: errno) }
      }
    } catch {
      unsafe unlink(temporary.onDisk)
      guard let error = error as? FileError else { throw FileError(path, .write, error as? Errno ?? .ioError) }
      if error.detail != nil { throw error }
      throw error.path == target && error.reason == .noSuchFileOrDirectory
        ? .gone(path) : FileError(path, .write, error.reason)
    }
    // The new name is there already; that it outlives a loss of power is all that is left to be had.
    if let folder = try? unsafe FileDescriptor.open(folder(of: target).onDisk, .readOnly) {
      fsync(folder.rawValue)
      try? folder.close()
    }
  }

  /// Whether a name is that of a file that is being written, or was when the machine or the process came to its end.
  package static func isTemporary(_ name: String) -> Bool { name.hasPrefix(prefix) }

  private static let prefix = ".sprintmark-"

  /// The file that a path leads to in the end, which need not be there.
  private static func resolved(_ path: String) throws(FileError) -> String {
    var target = path
    for _ in 0..<40 {
      guard let link = FileSystem.linkTarget(of: target) else { return target }
      target = FilePath(folder(of: target)).pushing(FilePath(link)).string
    }
    throw FileError(path, .write, .tooManySymbolicLinkLevels)
  }

  /// Gives a file another name that no file has.
  private static func name(_ file: String, _ name: String) throws(Errno) {
    if unsafe link(file.onDisk, name.onDisk) == 0 {
      unsafe unlink(file.onDisk)
      return
    }
    // Not every file system lets a file have two names.
    let reason = Errno(rawValue: errno)
    guard reason == .notPermitted || reason == .notSupported, !FileSystem.exists(name) else { throw reason }
    guard unsafe rename(file.onDisk, name.onDisk) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Gives a file the permissions that any new one has.
  private static func allow(_ descriptor: FileDescriptor) throws(Errno) {
    let mask = umask(0)
    umask(mask)
    guard fchmod(descriptor.rawValue, 0o666 & ~mask) == 0 else { throw Errno(rawValue: errno) }
  }

  private static func create(beside target: String, named path: String) throws(FileError) -> (String, FileDescriptor) {
    for _ in 0..<100 {
      let temporary = "\(folder(of: target))/\(prefix)\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
      do {
        let descriptor = try unsafe FileDescriptor.open(
          temporary.onDisk, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite
        )
        return (temporary, descriptor)
      } catch {
        let reason = error as? Errno ?? .ioError
        switch reason {
        case .fileExists: continue
        case .permissionDenied:
          throw FileError(path, .write, reason, detail: "its folder takes no new file: \(reason)")
        default: throw FileError(path, .write, reason)
        }
      }
    }
    throw FileError(path, .write, .fileExists)
  }

  private static func folder(of path: String) -> String {
    let folder = FilePath(path).removingLastComponent().string
    return folder.isEmpty ? "." : folder
  }
}
