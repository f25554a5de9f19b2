import Glibc
import SprintSource
package import SystemPackage

/// What the tool asks of the file system; the one place that talks to the C library about it.
package enum FileSystem {
  /// What lies at a path, links followed.
  package static func status(of path: String) throws(FileError) -> FileStatus {
    var status = stat()
    guard unsafe stat(path.onDisk, &status) == 0 else {
      let reason = Errno(rawValue: errno)
      guard reason == .noSuchFileOrDirectory, let target = linkTarget(of: path) else {
        throw FileError(path, .look, reason)
      }
      throw FileError(path, .look, reason, detail: "it is a link that leads nowhere (\(target))")
    }
    return FileStatus(status)
  }

  /// What lies at a path, links followed.
  package static func kind(of path: String) throws(FileError) -> FileStatus.Kind { try status(of: path).kind }

  /// What was opened, whatever lies at its path by now.
  private static func status(of descriptor: FileDescriptor) throws(Errno) -> FileStatus {
    var status = stat()
    guard unsafe fstat(descriptor.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    return FileStatus(status)
  }

  /// Makes a folder and those around it, where they are not there yet.
  package static func makeFolder(_ path: String) throws(FileError) {
    var folder = FilePath(path).root.map { FilePath(root: $0) } ?? FilePath("")
    for component in FilePath(path).components {
      folder.append(component)
      guard unsafe mkdir(folder.string.onDisk, 0o777) != 0 else { continue }
      let reason = Errno(rawValue: errno)
      let isThere = (try? kind(of: folder.string)) == .folder
      guard isThere else { throw FileError(folder.string, .make, reason) }
    }
  }

  /// Where a symbolic link leads, as it says itself; nil for anything else.
  package static func linkTarget(of path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path.onDisk, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return FileName.text(buffer[..<count].map { UInt8(bitPattern: $0) })
  }

  /// Whether there is anything at a path.
  package static func exists(_ path: String) -> Bool { (try? kind(of: path)) != nil }

  /// Whether it is certain that nothing lies at a path, links followed.
  package static func isMissing(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path.onDisk, &status) != 0 && [ENOENT, ENOTDIR].contains(errno)
  }

  /// The folder that the tool runs in.
  package static var currentFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe name(path)
  }

  /// A path without links in it; nil where nothing lies there.
  package static func resolvingLinks(in path: String) -> String? {
    guard let path = unsafe realpath(path.onDisk, nil) else { return nil }
    defer { unsafe free(path) }
    return unsafe name(path)
  }

  /// A name that ends with a NUL, as the system gives it.
  package static func name(_ pointer: UnsafePointer<CChar>) -> String {
    let bytes = unsafe Bytes(UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map { UInt8(bitPattern: $0) })
    // Nearly all names are ASCII.
    return bytes.firstNonASCII(from: 0) == nil ? bytes.string : FileName.text(bytes)
  }

  /// More than any file that the tool makes, or is told to read, has: a file may claim to be as large as an address space.
  package static let mostBytes = 256 << 20

  /// The bytes of a file, if they are no more than `limit`. What is no file, such as a pipe, is refused at once.
  package static func read(_ path: String, limit: Int = mostBytes) throws(FileError) -> [UInt8] {
    do {
      // Nobody may ever write into a pipe: opening it must not wait.
      let descriptor = try unsafe FileDescriptor.open(path.onDisk, .readOnly, options: .nonBlocking)
      defer { try? descriptor.close() }
      let status = try status(of: descriptor)
      guard status.kind == .file || status.kind == .folder else {
        throw FileError(path, .read, .invalidArgument, detail: status.kind.objection)
      }
      return try bytes(of: descriptor, expected: status.kind == .file ? status.size : 0, limit: limit)
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError(path, .read, error as? Errno ?? .ioError)
    }
  }

  /// All that standard input has to give.
  package static func readStandardInput(limit: Int = mostBytes) throws(FileError) -> [UInt8] {
    do {
      return try bytes(of: .standardInput, limit: limit)
    } catch {
      throw FileError("-", .read, error as? Errno ?? .ioError)
    }
  }

  /// All that there is to be read: as many bytes as are expected, or fewer or more.
  private static func bytes(of descriptor: FileDescriptor, expected: Int = 0, limit: Int) throws -> [UInt8] {
    guard expected <= limit else { throw Errno.fileTooLarge }
    // Room for one more shows whether there are more.
    var bytes = try unsafe [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      while count < buffer.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let length = try unsafe descriptor.read(into: rest)
        if length == 0 { return }
        count += length
      }
    }
    guard bytes.count > expected else { return bytes }
    while true {
      if bytes.count > limit { throw Errno.fileTooLarge }
      let piece = try chunk(of: descriptor)
      if piece.isEmpty { return bytes }
      bytes.append(contentsOf: piece)
    }
  }

  /// What there is to be read at once; nothing at the end.
  static func chunk(of descriptor: FileDescriptor) throws -> [UInt8] {
    try unsafe [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
      unsafe count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// An entry of a folder.
  package struct Entry: Sendable {
    package let name: String
    /// Links followed; one that leads nowhere is a file that cannot be read.
    package let kind: FileStatus.Kind
    package let isLink: Bool
  }

  /// The entries of a folder in the order of their names.
  package static func entries(of path: String) throws(FileError) -> [Entry] {
    guard let folder = unsafe opendir(path.onDisk) else { throw FileError(path, .list, Errno(rawValue: errno)) }
    defer { unsafe closedir(folder) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe self.name(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      guard name != ".", name != ".." else { continue }
      switch Int(unsafe entry.pointee.d_type) {
      case Int(DT_REG): entries.append(Entry(name: name, kind: .file, isLink: false))
      case Int(DT_DIR): entries.append(Entry(name: name, kind: .folder, isLink: false))
      default:
        let inner = path + "/" + name
        let kind = (try? self.kind(of: inner)) ?? .file
        entries.append(Entry(name: name, kind: kind, isLink: linkTarget(of: inner) != nil))
      }
    }
    return entries.sorted { $0.name < $1.name }
  }
}

/// Something that could not be done with a file.
package struct FileError: Error, Sendable {
  package enum Action: String, Sendable {
    case look = "cannot find"
    case read = "cannot read"
    case list = "cannot list"
    case write = "cannot write"
    case make = "cannot make the folder"
  }

  package let path: String
  package let action: Action
  package let reason: Errno
  /// What happened, where the system has no word for it.
  let detail: String?

  init(_ path: String, _ action: Action, _ reason: Errno, detail: String? = nil) {
    self.path = path
    self.action = action
    self.reason = reason
    self.detail = detail
  }

  /// A link leads out of the repository that it is in.
  static func outside(_ path: String, _ action: Action) -> FileError {
    FileError(path, action, .notPermitted, detail: FileStatus.Kind.outside.objection)
  }

  /// A file that was read is no longer there.
  static func gone(_ path: String) -> FileError {
    FileError(path, .write, .noSuchFileOrDirectory, detail: "it was removed since it was read")
  }

  /// Whether there is more to be read than was allowed.
  package var isTooLarge: Bool { action == .read && reason == .fileTooLarge }

  /// A file is another than the one that was read.
  static func changed(_ path: String) -> FileError {
    FileError(path, .write, .resourceTemporarilyUnavailable, detail: "it was changed since it was read")
  }
}

extension FileError: CustomStringConvertible {
  package var description: String { "\(action.rawValue) \(path): \(detail ?? "\(reason)")" }
}
