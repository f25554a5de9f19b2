import ArgumentParser
import SprintDriver

/// A reason to end with 2 that is no wrong usage of the command line.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String

  /// - Parameters:
  ///   - message: what is wrong, on one line.
  ///   - help: what to do.
  init(_ message: String, help: String? = nil) {
    let lines = ["error: \(message)"] + (help.map { ["   = help: \($0)"] } ?? [])
    description = lines.map(Display.safe).joined(separator: "\n")
  }
}
