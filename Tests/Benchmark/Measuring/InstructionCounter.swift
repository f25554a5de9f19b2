import Foundation

/// Counts the instructions that a command takes: a figure that does not depend on what else the machine does.
struct InstructionCounter: Sendable {
  /// The path of valgrind.
  let valgrind: String
  /// A file for what callgrind writes.
  let output: String
  /// A file for what the command says.
  let errors: String

  /// All instructions of a command, of all threads.
  ///
  /// - Parameter command: what to run.
  /// - Returns: their number.
  /// - Throws: where it fails.
  func count(_ command: MeasuredCommand) throws(BenchmarkFailure) -> Int {
    // Nothing that is left of another command may be taken for this one's.
    try? FileManager.default.removeItem(atPath: output)
    let arguments = [valgrind, "--tool=callgrind", "--callgrind-out-file=\(output)"] + command.arguments
    _ = try ProgramRun.successful(arguments, errors: errors)
    guard let text = try? String(contentsOfFile: output, encoding: .utf8), let count = Self.total(in: text) else {
      throw BenchmarkFailure("it left no count in \(output)")
    }
    return count
  }

  /// The number in the line `totals:` of a file of callgrind (Callgrind Format Specification, "Body lines").
  static func total(in text: String) -> Int? {
    let line = text.split(separator: "\n").last { $0.hasPrefix("totals: ") }
    return line.flatMap { Int($0.dropFirst(8)) }
  }
}
