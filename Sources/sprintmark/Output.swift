import SprintDriver

/// Standard output and standard error.
enum Output {
  static func print(_ text: String) {
    StandardStream.output.write(Array((text + (text.hasSuffix("\n") ? "" : "\n")).utf8))
  }

  /// Writes what is for another program: as it is, but on a terminal without what that would obey.
  static func write(_ bytes: [UInt8]) {
    let isShown = Environment.isOutputTerminal
    StandardStream.output.write(isShown ? Array(Display.safeLines(String(decoding: bytes, as: UTF8.self)).utf8) : bytes)
  }

  /// The same with what is made in pieces: each is written when it is there.
  static func write(_ emit: (([UInt8]) -> Void) -> Void) {
    guard Environment.isOutputTerminal else { return emit(StandardStream.output.write) }
    var bytes: [UInt8] = []
    emit { bytes += $0 }
    write(bytes)
  }

  /// Writes a file; one that was read is never replaced.
  static func write(_ bytes: [UInt8], to path: String, butNoneOf read: [String]) throws(CommandFailure) {
    try refuse(path, where: read)
    do {
      try AtomicWriter.write(bytes, to: path)
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  /// Replaces the text of a file that was read; false, and a complaint, where that cannot be done.
  static func replace(_ path: String, _ old: [UInt8], with new: [UInt8]) -> Bool {
    do {
      try AtomicWriter.write(new, to: path, replacing: .text(old))
      return true
    } catch {
      complain("error: \(Display.safe("\(error)"))")
      return false
    }
  }

  /// Refuses to write where a file lies that was read.
  static func refuse(_ path: String, where read: [String]) throws(CommandFailure) {
    let real = FileSystem.resolvingLinks(in: path)
    guard real == nil || !read.contains(where: { FileSystem.resolvingLinks(in: $0) == real }) else {
      throw CommandFailure("\(path) is one of the files that were read; nothing was written")
    }
  }

  static func complain(_ text: String) {
    StandardStream.error.write(Array((text + (text.hasSuffix("\n") ? "" : "\n")).utf8))
  }

  static func end(_ code: Int32) -> Never { StandardStream.end(code) }
}
