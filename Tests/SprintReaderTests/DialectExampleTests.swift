import SprintDriver
import SprintModel
import SprintReader
import SprintTesting
import Testing

/// The README shows an example of each dialect; here they are read.
struct DialectExampleTests {
  /// The text of each block of code in the README that stands below a heading of the fourth level.
  private static func examples() throws -> [(name: String, text: String)] {
    let bytes = try FileSystem.read(Places.project + "/README.md")
    var examples: [(name: String, text: String)] = []
    var name: String?
    var isInside = false
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#### ") {
        name = String(line.dropFirst(5))
      } else if line.hasPrefix("```"), let found = name {
        if isInside { name = nil } else { examples.append((found, "")) }
        isInside.toggle()
      } else if isInside {
        examples[examples.count - 1].text += line + "\n"
      }
    }
    return examples
  }

  @Test func `the README has an example of each dialect`() throws {
    #expect(Set(try Self.examples().map(\.name)) == Set(Dialect.standard.map(\.name)))
  }

  @Test func `each example is read in its dialect`() throws {
    for example in try Self.examples() {
      let sprint = Documents.sprint(example.text)
      let isGroups = sprint.groups.contains { $0.dialect == example.name } && sprint.tasks.isEmpty
      #expect(isGroups || sprint.dialect == example.name, "\(example.name) was read as \(sprint.dialect ?? "nothing")")
      #expect(!sprint.tasks.isEmpty || isGroups, "\(example.name) has no task")
    }
  }
}
