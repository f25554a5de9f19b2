import Foundation
import SprintTesting
import SystemPackage

/// The program in `bare-parse.c`, built where it is needed.
enum BareParser {
  /// Compiles it.
  ///
  /// - Parameters:
  ///   - compiler: the path of a C compiler.
  ///   - folder: where the program is to lie.
  /// - Returns: its path.
  /// - Throws: `BenchmarkFailure` where it cannot be built.
  static func build(with compiler: String, in folder: String) throws(BenchmarkFailure) -> String {
    let program = "\(folder)/bare-parse"
    let errors = "\(folder)/bare-parse.txt"
    let arguments = [
      compiler, "-O2", "-o", program, "\(Places.project)/Tests/Benchmark/bare-parse.c", "-lcmark-gfm-extensions",
      "-lcmark-gfm",
    ]
    let status: Int
    do {
      status = try ProgramRun.run(arguments, errors: errors).status
    } catch {
      throw BenchmarkFailure("\(compiler) cannot be run: \(error)")
    }
    guard status == 0 else {
      let text = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
      let line = text.split(separator: "\n").first { $0.contains("error") }.map { " (\($0))" } ?? ""
      throw BenchmarkFailure(
        "bare-parse.c cannot be compiled\(line): \(Tool.compiler.loss); \(Tool.compiler.help)")
    }
    return program
  }
}
