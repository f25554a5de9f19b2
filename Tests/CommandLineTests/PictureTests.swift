import Foundation
import SprintTesting
import Testing

/// The pictures in the README show what the program prints today; `make pictures` draws them.
struct PictureTests {
  private static let folder = "\(Places.project)/Tests/Pictures"

  /// What a picture says, piece by piece, without how long the run took.
  private static func texts(_ drawing: String) -> [String] {
    drawing.matches(of: /<text[^>]*>([^<]+)<\/text>/).map { String($0.1).replacing(/\d+(&#160;| )ms/, with: "") }
  }

  private static func picture(_ name: String) throws -> [String] {
    texts(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
  }

  @Test func `the report is what a terminal shows`() async throws {
    let place = try TemporaryFolder()
    let run = try await Run.of(
      Python.path, ["terminal.py", "\(place.path)/report.svg", "docs/implplan", "sprintmark", "lint", "docs/implplan"],
      in: Self.folder, variables: try Sprintmark.searchPath())
    #expect(run.status == 0, "\(run.allText)")
    let drawn = Self.texts(try String(contentsOfFile: "\(place.path)/report.svg", encoding: .utf8))
    #expect(drawn.contains { $0.contains("SM304") })
    #expect(try Self.picture("report.svg") == drawn)
  }

  /// Where things stand is up to Graphviz.
  @Test func `the graph has the tasks and blockers of today`() async throws {
    let place = try TemporaryFolder()
    let run = try await Sprintmark.shell(
      "cd '\(Self.folder)' && sprintmark compile docs/implplan --emit dot | dot -Tsvg", in: place)
    #expect(run.status == 0, "\(run.allText)")
    let drawn = Self.texts(run.outputText)
    #expect(drawn.contains("APP&#45;12&#45;001"))
    #expect(try Self.picture("graph.svg").sorted() == drawn.sorted())
  }
}
