import Glibc
import SystemPackage

/// Standard output and standard error, written without delay.
package enum StandardStream: Sendable {
  case output, error

  /// Writes all bytes. A reader that went away, as `head` does, ends the process quietly.
  package func write(_ bytes: [UInt8]) {
    let descriptor: FileDescriptor = self == .output ? .standardOutput : .standardError
    do {
      try descriptor.writeAll(bytes)
    } catch {
      StandardStream.end(2)
    }
  }

  package static func end(_ code: Int32) -> Never { exit(code) }
}
