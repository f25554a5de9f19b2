import SprintDriver

/// Standard output and standard error.
enum Output {
  static func print(_ text: String) { write(Array((text + (text.hasSuffix("\n") ? "" : "\n")).utf8)) }

  static func write(_ bytes: [UInt8]) { StandardStream.output.write(bytes) }

  static func complain(_ text: String) {
    StandardStream.error.write(Array((text + (text.hasSuffix("\n") ? "" : "\n")).utf8))
  }

  static func end(_ code: Int32) -> Never { StandardStream.end(code) }
}
