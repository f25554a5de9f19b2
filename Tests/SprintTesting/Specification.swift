import Foundation

/// The examples of the GFM specification, which contains those of CommonMark, from Debian's package `cmark-gfm`.
package enum Specification {
  private static let path = "/usr/share/doc/cmark-gfm/spec.txt.gz"

  /// The Markdown of each example.
  package static func examples() async throws -> [String] {
    let run = try await Run.of("gunzip", ["-c", path])
    let fence = String(repeating: "`", count: 32)
    var examples: [String] = []
    var lines: [Substring]?
    for line in run.outputText.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        lines = []
      } else if line == "." || line == fence {
        if let lines { examples.append(lines.map { $0 + "\n" }.joined().replacing("→", with: "\t")) }
        lines = nil
      } else {
        lines?.append(line)
      }
    }
    return examples
  }
}
