import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

/// The documents of `Tests/Fixtures`, one folder for each dialect, against the models that lie beside them.
struct FixtureTests {
  static let dialects = ["standard", "pipe-less", "task-blocks", "bullets"]

  static let documents: [String] = dialects.flatMap { dialect in
    ((try? FileSystem.entries(of: Places.fixtures + "/" + dialect)) ?? [])
      .filter { $0.name.hasSuffix(".md") }.map { dialect + "/" + $0.name }
  }

  static func file(_ document: String) throws -> SourceFile {
    SourceFile(path: document, bytes: try FileSystem.read(Places.fixtures + "/" + document))
  }

  @Test func `every dialect has its documents`() {
    #expect(Self.documents.count == 12)
  }

  @Test(arguments: documents)
  func `a document has the model that lies beside it`(_ document: String) throws {
    let workspace = WorkspaceLoader().link([try Self.file(document)])
    let golden = document.dropLast(3) + ".json"
    #expect(Golden.difference(from: String(golden), got: ModelEmitter.json(workspace)) == nil)
  }

  @Test(arguments: documents)
  func `a document is read as the dialect of its folder`(_ document: String) throws {
    let workspace = WorkspaceLoader().link([try Self.file(document)])
    let dialects = workspace.sprints.compactMap(\.dialect)
    #expect(dialects == document.split(separator: "/").prefix(1).map(String.init))
  }
}
