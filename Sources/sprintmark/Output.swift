import SprintDriver
import SprintSource

/// Standard output and standard error.
enum Output {
  static func print(_ text: String) { write(Array((text + (text.hasSuffix("\n") ? "" : "\n")).utf8)) }

  static func write(_ bytes: [UInt8]) { StandardStream.output.write(bytes) }

  /// Writes a file; one that was read is never replaced.
  static func write(_ bytes: [UInt8], to path: String, butNoneOf read: [String]) throws(CommandFailure) {
    let real = FileSystem.resolvingLinks(in: path)
    if real != nil, read.contains(where: { FileSystem.resolvingLinks(in: $0) == real }) {
      throw CommandFailure("\(path) is one of the files that were read; nothing was written")
    }
    do {
      try AtomicWriter.write(bytes, to: path)
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  static func complain(_ text: String) {
    StandardStream.error.write(Array((text + (text.hasSuffix("\n") ? "" : "\n")).utf8))
  }

  static func end(_ code: Int32) -> Never { StandardStream.end(code) }
}
