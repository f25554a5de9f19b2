import Glibc
package import SystemPackage

/// What the tool asks of the file system; the one place that talks to the C library about it.
package enum FileSystem {
  package enum Kind: Sendable {
    case file, folder, other
  }

  /// What lies at a path, links followed.
  package static func kind(of path: String) throws(FileError) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw FileError(path, .look, Errno(rawValue: errno)) }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// Whether there is anything at a path.
  package static func exists(_ path: String) -> Bool { (try? kind(of: path)) != nil }

  /// The folder that the tool runs in.
  package static var currentFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// A path without links in it; nil where nothing lies there.
  package static func resolvingLinks(in path: String) -> String? {
    guard let path = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The bytes of a file, if they are no more than `limit`.
  package static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
      defer { try? descriptor.close() }
      return try bytes(of: descriptor, limit: limit)
    } catch {
      throw FileError(path, .read, error as? Errno ?? .ioError)
    }
  }

  /// All that standard input has to give.
  package static func readStandardInput(limit: Int = .max) throws(FileError) -> [UInt8] {
    do {
      return try bytes(of: .standardInput, limit: limit)
    } catch {
      throw FileError("-", .read, error as? Errno ?? .ioError)
    }
  }

  private static func bytes(of descriptor: FileDescriptor, limit: Int) throws -> [UInt8] {
    let chunk = 64 * 1024
    var bytes: [UInt8] = []
    while true {
      let piece = try unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        unsafe count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if piece.isEmpty { return bytes }
      bytes.append(contentsOf: piece)
      if bytes.count > limit { throw Errno.fileTooLarge }
    }
  }

  /// An entry of a folder.
  package struct Entry: Sendable {
    package let name: String
    package let kind: Kind
  }

  /// The entries of a folder in the order of their names; links to folders are not followed.
  package static func entries(of path: String) throws(FileError) -> [Entry] {
    guard let folder = unsafe opendir(path) else { throw FileError(path, .list, Errno(rawValue: errno)) }
    defer { unsafe closedir(folder) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      guard name != ".", name != ".." else { continue }
      let kind: Kind
      switch Int(unsafe entry.pointee.d_type) {
      case Int(DT_REG): kind = .file
      case Int(DT_DIR): kind = .folder
      default:
        // A link counts as what it leads to, if that is a file. One that leads nowhere is a file that cannot be read.
        let target = try? self.kind(of: path + "/" + name)
        kind = target == .file || target == nil ? .file : .other
      }
      entries.append(Entry(name: name, kind: kind))
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

  /// A file is another than the one that was read.
  static func changed(_ path: String) -> FileError {
    FileError(path, .write, .resourceTemporarilyUnavailable, detail: "it was changed since it was read")
  }
}

extension FileError: CustomStringConvertible {
  package var description: String { "\(action.rawValue) \(path): \(detail ?? "\(reason)")" }
}
