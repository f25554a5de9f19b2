// The environment is a variable of the C library; nothing here changes it.
@unsafe @preconcurrency import Glibc
import SprintDriver
import SystemPackage

/// What a program that was run to its end has taken.
struct ProgramRun: Sendable, Equatable {
  /// From start to end, in seconds.
  var wall: Double
  /// In seconds, of all threads.
  var user: Double
  var system: Double
  /// The most memory that was resident at once, in bytes; nil where it is less than what this process has: until a
  /// program is in place, Linux counts for it what its parent has.
  var peakMemory: Int?
  /// The exit status; of a program that a signal ended, the negative number of that.
  var status: Int

  /// Runs a program; what it prints goes nowhere.
  ///
  /// - Parameters:
  ///   - arguments: the path of the program, and its arguments.
  ///   - errors: the file that gets what it writes to standard error.
  /// - Returns: what it has taken.
  /// - Throws: why it could not be run.
  static func run(_ arguments: [String], errors: String) throws(Errno) -> ProgramRun {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    let words = unsafe arguments.map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var process = pid_t()
    let start = ContinuousClock.now
    let failure = unsafe posix_spawnp(&process, arguments[0], &actions, nil, words + [nil], environ)
    guard failure == 0 else { throw Errno(rawValue: failure) }
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Errno(rawValue: errno) }
    }
    let wall = ContinuousClock.now - start
    // As <sys/wait.h> has it.
    let signal = status & 0x7F
    let peak = Int(usage.ru_maxrss) * 1024
    return ProgramRun(
      wall: wall / .seconds(1), user: seconds(usage.ru_utime), system: seconds(usage.ru_stime),
      peakMemory: peak > ownPeak() ? peak : nil, status: signal == 0 ? Int(status >> 8) & 0xFF : -Int(signal))
  }

  /// Runs a program that has to end with 0, or with 1, which says that something was found.
  ///
  /// - Throws: `BenchmarkFailure`, with the last line that it wrote to standard error.
  static func successful(_ arguments: [String], errors: String) throws(BenchmarkFailure) -> ProgramRun {
    let run: ProgramRun
    do {
      run = try self.run(arguments, errors: errors)
    } catch {
      throw BenchmarkFailure("\(arguments[0]) cannot be run: \(error)")
    }
    guard run.status == 0 || run.status == 1 else {
      let text = String(decoding: (try? FileSystem.read(errors)) ?? [], as: UTF8.self)
      let line = text.split(separator: "\n").last.map { ": \($0)" } ?? ""
      throw BenchmarkFailure("it ended with \(run.status)\(line)")
    }
    return run
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  /// The most memory that this process had resident at once, in bytes.
  static func ownPeak() -> Int {
    var usage = rusage()
    guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
    return Int(usage.ru_maxrss) * 1024
  }
}
