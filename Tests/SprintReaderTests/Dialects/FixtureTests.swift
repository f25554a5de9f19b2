import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintReader
import SprintSource
import SprintTesting
import Testing

/// The documents of `Tests/Fixtures` against the models that lie beside them: a folder for each dialect, and one for
/// each matter that several dialects share.
struct FixtureTests {
  static let dialects = Dialect.standard.map(\.name)
  static let matters = ["boards", "listings", "lookalikes", "references", "statuses"]

  static let documents: [String] = (dialects + matters).flatMap { folder in
    ((try? FileSystem.entries(of: Places.fixtures + "/" + folder)) ?? [])
      .filter { $0.name.hasSuffix(".md") }.map { folder + "/" + $0.name }
  }

  static func file(_ document: String) throws -> SourceFile {
    SourceFile(path: document, bytes: try FileSystem.read(Places.fixtures + "/" + document))
  }

  private static func folder(of document: String) -> String { String(document.prefix { $0 != "/" }) }

  @Test(arguments: dialects + matters)
  func `every dialect and every matter has its documents`(_ folder: String) {
    #expect(Self.documents.count { Self.folder(of: $0) == folder } == 3)
  }

  @Test(arguments: documents)
  func `a document has the model that lies beside it`(_ document: String) throws {
    let workspace = WorkspaceLoader().link([try Self.file(document)])
    let golden = document.dropLast(3) + ".json"
    #expect(Golden.difference(from: String(golden), got: ModelEmitter.json(workspace)) == nil)
  }

  @Test(arguments: documents.filter { dialects.contains(folder(of: $0)) })
  func `a document is read as the dialect of its folder`(_ document: String) throws {
    let sprint = SprintReader().read(try Self.file(document))
    // Waves and the sprints of an index are groups; the tasks beside them are written in other dialects.
    let isGroups = ["waves", "sprint-index"].contains(Self.folder(of: document))
    let found = isGroups ? sprint.groups.first?.dialect : sprint.dialect
    #expect(found == Self.folder(of: document))
  }
}
