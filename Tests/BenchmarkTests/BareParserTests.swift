import Foundation
import SprintTesting
import Testing

@testable import SprintBenchmark

/// Needs a C compiler and cmark-gfm.
struct BareParserTests {
  private static let toolbox = Toolbox.standard(pythonFolder: "/nonexistent")

  @Test(.enabled(if: toolbox[.compiler] != nil && toolbox[.cmark] != nil))
  func `the bare parse reads what cmark-gfm reads`() async throws {
    let folder = try TemporaryFolder()
    let program = try BareParser.build(with: try #require(Self.toolbox[.compiler]), in: folder.path)
    for number in [1, 2, 3, 4, 8, 20, 33] {
      let (name, text) = WorkspaceGenerator(seed: 1).tracker(number)
      try folder.write("docs/\(name)", Array(text.utf8))
      let own = try await Run.of(program, ["--html", "\(folder.path)/docs/\(name)"])
      let peer = try await Run.of(
        try #require(Self.toolbox[.cmark]), ["-e", "table", "-e", "tasklist", "\(folder.path)/docs/\(name)"])
      #expect(own.status == 0 && !own.output.isEmpty)
      #expect(own.outputText == peer.outputText, "\(name)")
    }
    #expect(try await Run.of(program, ["\(folder.path)/docs"]).status == 0)
    #expect(try await Run.of(program, ["\(folder.path)/none"]).status == 2)
  }

  @Test func `a compiler that fails is told, with what to install`() throws {
    let folder = try TemporaryFolder()
    for compiler in ["/bin/false", "\(folder.path)/none"] {
      #expect { try BareParser.build(with: compiler, in: folder.path) } throws: {
        "\($0)".contains(compiler) || "\($0)".contains("apt-get")
      }
    }
  }
}
