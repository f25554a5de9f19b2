import SprintModel
import SprintReader
import SprintTesting
import Testing

/// The README shows an example of each dialect; here they are read.
struct DialectExampleTests {
  private static func examples() throws -> [ReadmeBlock] {
    try ReadmeBlock.all().filter { $0.section == "Dialects" }
  }

  @Test func `the README has an example of each dialect`() throws {
    #expect(Set(try Self.examples().map(\.heading)) == Set(Dialect.standard.map(\.name)))
  }

  @Test func `each example is read in its dialect`() throws {
    for example in try Self.examples() {
      let name = example.heading
      let sprint = Documents.sprint(example.text)
      let isGroups = sprint.groups.contains { $0.dialect == name } && sprint.tasks.isEmpty
      #expect(isGroups || sprint.dialect == name, "\(name) was read as \(sprint.dialect ?? "nothing")")
      #expect(!sprint.tasks.isEmpty || isGroups, "\(name) has no task")
    }
  }
}
