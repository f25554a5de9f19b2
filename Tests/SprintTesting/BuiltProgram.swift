import Foundation

/// Programs of the package, as the build has left them.
package enum BuiltProgram {
  package struct Missing: Error, CustomStringConvertible {
    let name: String
    let folders: [String]

    package var description: String {
      "no program \(name) in \(folders.joined(separator: ", ")); `swift build` makes it"
    }
  }

  /// The path of a program; it lies beside the program that runs the tests.
  package static func path(of name: String) throws(Missing) -> String {
    let found = folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    guard let found else { throw Missing(name: name, folders: folders) }
    return found
  }

  private static let folders: [String] = {
    let processes = [
      CommandLine.arguments[0], (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "",
    ]
    return processes.map { URL(filePath: $0).deletingLastPathComponent().path }
      + [URL(filePath: "\(Places.project)/.build/debug").resolvingSymlinksInPath().path]
  }()
}
