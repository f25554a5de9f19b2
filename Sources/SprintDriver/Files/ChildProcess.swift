// The environment is a variable of the C library; nothing here changes it.
@unsafe @preconcurrency import Glibc
import SprintSource
package import SystemPackage

/// A program that was run to its end, without a shell.
///
/// The package swift-subprocess would do it too, but asynchronously, and with Foundation in the binary: every start of
/// the tool would pay for that, and few starts run a program.
package struct ChildProcess: Sendable {
  /// The exit status; of a program that a signal ended, the negative number of that.
  package let status: Int32
  package let output: [UInt8]
  package let errors: [UInt8]

  /// Runs a program, looked for in `PATH`, in this folder and with this environment; its standard input is empty.
  ///
  /// - Parameters:
  ///   - program: its name.
  ///   - arguments: without the program's name.
  /// - Returns: what it has left.
  /// - Throws: why it could not be run; `noSuchFileOrDirectory` where there is no such program.
  package static func run(_ program: String, _ arguments: [String]) throws(Errno) -> ChildProcess {
    do {
      let output = try pipe()
      defer { try? output.readEnd.close() }
      let errors = try pipe()
      defer { try? errors.readEnd.close() }
      let process = try spawn(program, [program] + arguments, output.writeEnd, errors.writeEnd)
      let bytes = try contents(of: [output.readEnd, errors.readEnd])
      return ChildProcess(status: try end(of: process), output: bytes[0], errors: bytes[1])
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  /// A pipe of which the program gets to see what it is given alone.
  private static func pipe() throws -> (readEnd: FileDescriptor, writeEnd: FileDescriptor) {
    let pipe = try FileDescriptor.pipe()
    for end in [pipe.readEnd, pipe.writeEnd] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
    return pipe
  }

  /// Starts a program that writes into two pipes. Their ends are its own from then on: what it writes is at its end when
  /// the program is.
  private static func spawn(
    _ program: String, _ arguments: [String], _ output: FileDescriptor, _ errors: FileDescriptor
  ) throws(Errno) -> pid_t {
    defer { for end in [output, errors] { try? end.close() } }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.rawValue, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.rawValue, STDERR_FILENO)
    let words = unsafe arguments.map { unsafe strdup($0.onDisk) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var process = pid_t()
    let failure = unsafe posix_spawnp(&process, program, &actions, nil, words + [nil], environ)
    guard failure == 0 else { throw Errno(rawValue: failure) }
    return process
  }

  /// All that comes out of streams, which are read as it comes: a program waits where nobody reads.
  private static func contents(of streams: [FileDescriptor]) throws -> [[UInt8]] {
    var contents = streams.map { _ in [UInt8]() }
    var waiting = streams.map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
    // A negative number is passed over.
    while waiting.contains(where: { $0.fd >= 0 }) {
      guard unsafe poll(&waiting, nfds_t(waiting.count), -1) >= 0 else {
        if errno == EINTR { continue }
        throw Errno(rawValue: errno)
      }
      for (index, stream) in streams.enumerated() where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let piece = try FileSystem.chunk(of: stream)
        if piece.isEmpty { waiting[index].fd = -1 }
        contents[index] += piece
      }
    }
    return contents
  }

  private static func end(of process: pid_t) throws(Errno) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Errno(rawValue: errno) }
    }
    // As <sys/wait.h> has it.
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }
}
