import Foundation
import SprintDriver

/// Finds the programs that the benchmark calls.
struct Toolbox: Sendable {
  private let paths: [Tool: String]

  /// - Parameter folders: where to look, in this order.
  init(folders: [String]) {
    paths = Dictionary(
      uniqueKeysWithValues: Tool.allCases.compactMap { tool in
        let places = folders.map { "\($0)/\(tool.rawValue)" }
        return places.first(where: FileManager.default.isExecutableFile).map { (tool, $0) }
      })
  }

  /// Looks into the folder of Python's packages first, then where a shell looks.
  static func standard(pythonFolder: String) -> Toolbox {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return Toolbox(folders: [pythonFolder] + path.split(separator: ":").map(String.init))
  }

  /// Where a program lies; nil where it is missing.
  subscript(tool: Tool) -> String? { paths[tool] }

  /// What a program says that it is: the first line of `--version`; nil where it says nothing.
  func version(of tool: Tool) -> String? {
    guard let path = paths[tool], let run = try? ChildProcess.run(path, ["--version"]) else { return nil }
    let text = String(decoding: run.output, as: UTF8.self)
    return text.split(separator: "\n").first.map(String.init)
  }

  /// What to say of each program that is missing.
  var complaints: [String] {
    Tool.allCases.filter { paths[$0] == nil }.map { "\($0.rawValue) is missing: \($0.loss); \($0.help)" }
  }
}
