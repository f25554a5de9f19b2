import Foundation

/// A block of code in the README.
package struct ReadmeBlock: Sendable, CustomStringConvertible {
  /// What stands behind the fence: `sh`, `yaml`, and so on.
  package let language: String
  /// The heading of the second level that it stands below.
  package let section: String
  /// The nearest heading above it, of any level.
  package let heading: String
  /// The last line of prose above it.
  package let lead: String
  /// Where its text begins.
  package let line: Int
  package fileprivate(set) var text = ""

  package var description: String { "README.md:\(line) \(language)" }

  /// All blocks, in order.
  package static func all() throws -> [ReadmeBlock] {
    let readme = try String(contentsOfFile: "\(Places.project)/README.md", encoding: .utf8)
    var blocks: [ReadmeBlock] = []
    var section = ""
    var heading = ""
    var lead = ""
    var isInside = false
    for (index, line) in readme.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        if !isInside {
          blocks.append(
            ReadmeBlock(
              language: String(line.dropFirst(3)), section: section, heading: heading, lead: lead, line: index + 2))
        }
        isInside.toggle()
      } else if isInside {
        blocks[blocks.count - 1].text += line + "\n"
      } else if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" }.dropFirst())
        if line.hasPrefix("## ") { section = heading }
      } else if !line.isEmpty {
        lead = String(line)
      }
    }
    return blocks
  }
}
