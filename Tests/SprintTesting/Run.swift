import Subprocess
import SystemPackage

/// What a program that was run has left.
package struct Run: Sendable {
  /// The exit status; of a program that a signal ended, the negative number of that.
  package let status: Int
  package let output: [UInt8]
  package let errors: [UInt8]

  package var outputText: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - program: a path where a slash is in it, else a name to be looked for in `PATH`.
  ///   - arguments: without the program's name.
  ///   - input: all that it finds on standard input.
  ///   - folder: where it runs; nil for where the test runs.
  ///   - variables: changes to the environment; nil takes a variable out.
  /// - Returns: what it has left.
  /// - Throws: where it cannot be started.
  package static func of(
    _ program: String, _ arguments: [String], input: [UInt8] = [], in folder: String? = nil,
    variables: [String: String?] = [:]
  ) async throws -> Run {
    let executable: Executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
    var environment = Environment.inherit
    for (name, value) in variables {
      environment = environment.updating([Environment.Key(stringLiteral: name): value])
    }
    // From a file: a program that does not read its input must not end the tests with a broken pipe.
    let file = try TemporaryFolder()
    try file.write("input", input)
    let descriptor = try FileDescriptor.open(FilePath("\(file.path)/input"), .readOnly)
    let result = try await run(
      executable, arguments: Arguments(arguments), environment: environment,
      workingDirectory: folder.map { FilePath($0) },
      input: .fileDescriptor(descriptor, closeAfterSpawningProcess: true), output: .bytes(limit: 64 << 20),
      error: .bytes(limit: 64 << 20))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): -Int(signal)
      }
    return Run(status: status, output: result.standardOutput, errors: result.standardError)
  }
}
