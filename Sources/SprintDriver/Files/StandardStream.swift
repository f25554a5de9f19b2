import Glibc
import SystemPackage

/// Standard output and standard error, written without delay.
package enum StandardStream: Sendable {
  case output, error

  /// Takes the places of standard streams that the process was started without: a file that is opened must get none of
  /// them, or what is said would be written into it. Reading and writing them fails as before.
  ///
  /// A file that grows beyond the limit of the process is then an error too, and not the end of it.
  package static func secure() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      // The lowest number that is free is the one that is given.
      _ = unsafe open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Whether one of them is a file, and this is it: what was written there before would be lost with it.
  static func leads(to path: String) -> Bool {
    guard let file = try? FileSystem.status(of: path).identity else { return false }
    return [STDOUT_FILENO, STDERR_FILENO].contains { number in
      var status = stat()
      return unsafe fstat(number, &status) == 0
        && FileStatus.Identity(device: status.st_dev, inode: status.st_ino) == file
    }
  }

  /// Writes all bytes. A reader that went away, as `head` does, ends the process quietly; output that cannot be written
  /// ends it with 2, and says why. What standard error does not take is lost: the exit status says it too.
  package func write(_ bytes: [UInt8]) {
    do {
      try writeAll(bytes)
    } catch {
      guard self == .output else { return }
      if error != .brokenPipe {
        StandardStream.error.write(Array("error: cannot write standard output: \(error)\n".utf8))
      }
      StandardStream.end(2)
    }
  }

  private func writeAll(_ bytes: [UInt8]) throws(Errno) {
    let descriptor: FileDescriptor = self == .output ? .standardOutput : .standardError
    var rest = bytes[...]
    while !rest.isEmpty {
      do {
        rest = rest.dropFirst(try unsafe rest.withUnsafeBytes { unsafe try descriptor.write($0) })
      } catch {
        // Whoever shares the stream may not want to wait; this does.
        guard error as? Errno == .resourceTemporarilyUnavailable else { throw error as? Errno ?? .ioError }
        var waiting = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&waiting, 1, -1)
      }
    }
  }

  package static func end(_ code: Int32) -> Never { exit(code) }
}
