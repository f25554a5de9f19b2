import Foundation

/// Programs in Python, with the packages that `make setup-test` installs.
package enum Python {
  package struct Failure: Error, CustomStringConvertible {
    let status: Int
    let text: String

    package var description: String {
      """
      \(Python.path) ended with \(status); it needs the packages that `make setup-test` installs (SPRINTMARK_PYTHON \
      names another): \(text)
      """
    }
  }

  /// Runs a program, which writes JSON.
  ///
  /// - Parameters:
  ///   - program: the text of the program.
  ///   - arguments: from `sys.argv[1]` on.
  ///   - input: all that it finds on standard input.
  ///   - type: what the JSON is.
  /// - Returns: what it has written.
  /// - Throws: `Failure` where it fails.
  package static func run<Output: Decodable>(
    _ program: String, _ arguments: [String] = [], input: [UInt8], as type: Output.Type = Output.self
  ) async throws -> Output {
    let run = try await Run.of(path, ["-c", program] + arguments, input: input)
    guard run.status == 0 else { throw Failure(status: run.status, text: run.errorText) }
    return try JSONDecoder().decode(type, from: Data(run.output))
  }

  /// The program that runs them.
  package static let path: String = {
    if let named = ProcessInfo.processInfo.environment["SPRINTMARK_PYTHON"], !named.isEmpty { return named }
    let own = "\(Places.project)/.build/venv/bin/python"
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }()
}
