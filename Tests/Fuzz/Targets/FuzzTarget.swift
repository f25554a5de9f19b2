import Foundation
import SprintSource
import SprintTesting

/// A part of the tool that takes bytes from anywhere, and what has to hold for each of them.
package struct FuzzTarget: Sendable {
  package let name: String
  /// Folders with inputs to begin with.
  private let folders: [String]
  /// What is wrong with the outcome for an input, in words; nil where nothing is.
  package let fault: @Sendable ([UInt8]) -> String?

  /// - Parameters:
  ///   - name: what it is called on the command line.
  ///   - folders: those of the project with inputs to begin with.
  ///   - fault: what is wrong with the outcome for an input; nil where nothing is.
  init(_ name: String, seeds folders: [String], fault: @escaping @Sendable ([UInt8]) -> String?) {
    self.name = name
    self.folders = folders
    self.fault = fault
  }

  /// The files to begin with, by their absolute paths.
  package var seeds: [String] {
    folders.flatMap { folder in
      let names =
        FileManager.default.enumerator(atPath: "\(Places.project)/\(folder)")?.compactMap { $0 as? String } ?? []
      // Beside the trackers of the fixtures lies what is read of them.
      let inputs = names.filter { folder.hasPrefix(Self.corpus) ? $0.contains(".") : $0.hasSuffix(".md") }
      return inputs.sorted().map { "\(Places.project)/\(folder)/\($0)" }
    }
  }

  /// All of them; `make fuzz` goes through them in this order.
  package static let all: [FuzzTarget] = [
    reader, carriers, references, format, template, fix, suppressions, yaml, configuration, baseline,
  ]

  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

  /// Folders of trackers.
  static let trackers = ["Tests/Fixtures", corpus + "trackers"]

  /// The folder with inputs that were made, or found, for fuzzing.
  static let corpus = "Tests/Fuzz/Corpus/"
}

extension FuzzTarget {
  /// The input as a tracker.
  static func file(_ bytes: [UInt8]) -> SourceFile { SourceFile(path: "SPRINT_10_app.md", bytes: bytes) }

  /// The first of some faults.
  static func first(_ faults: (() -> String?)...) -> String? {
    for fault in faults {
      if let found = fault() { return found }
    }
    return nil
  }
}
