import SprintEmitters
import SprintLinker
import SprintSource
import SprintModel
import SprintTesting
import Testing

/// The words of trackers in the tree of blocked tasks, which is Markdown.
struct MarkdownTextTests {
  private static let texts =
    HostileText.all.map(\.value) + [
      "R&D, a < b and 2 * 3 of SPRINT_10_app.md", "_a_ b_c_d (_e_)", "**a**", "`a", "a`", "[a]: b", "[a][b]", "<!-- a",
      "--> a", "a \\", "a ##", "&lt;b&gt; &#35; &; a & b;", "~a~", "a | b", "# a", "http://a.example/<b>", "\\[a\\](b)",
      "<a@b.example>", "<?php ?>", "<![CDATA[x]]>", "</div>",
    ]

  private func tree(_ text: String) throws -> String {
    let cell = text.replacing("|", with: "\\|")
    let workspace = Documents.workspace([
      "SPRINT_10_app.md": Documents.tracker([
        "APP-10-001 | BLOCKED | Needs \(cell)", "APP-10-002 | BLOCKED | APP-10-001",
      ])
    ])
    var emitter = TreeEmitter(GraphAnalysis(workspace), paths: workspace.sprints.map(\.path))
    return emitter.result().region
  }

  /// `cmark-gfm` says what a page shows: nothing in it comes from the words but text.
  @Test func `words are text, whatever they look like`() async throws {
    let usual = try await elements(in: tree("a licence"))
    #expect(usual.contains("h2") && usual.contains("td"))
    for text in Self.texts {
      let found = try await elements(in: tree(text))
      #expect(found.subtracting(["a"]) == usual, "\(text)")
    }
  }

  /// The names of the elements of the page, and a word for raw HTML, which `cmark-gfm` leaves out.
  private func elements(in markdown: String) async throws -> Set<String> {
    let run = try await Run.of(
      "cmark-gfm", ["-e", "table", "-e", "strikethrough", "-e", "autolink"], input: Array(markdown.utf8))
    #expect(run.status == 0, "\(run.errorText)")
    // The comments of the region are all that may be left out.
    #expect(run.outputText.split(separator: "<!-- raw HTML omitted -->").count <= 3, "\(run.outputText)")
    return Set(run.outputText.matches(of: /<([a-z][a-z0-9]*)/).map { String($0.1) })
  }

  @Test func `nothing in them is hidden`() throws {
    for text in Self.texts {
      #expect(try tree(text).unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHidden }, "\(text)")
    }
  }

  @Test(arguments: ["the licence server", "R&D, a < b and 2 * 3", "the file a_b_c.md", "the key's owner"])
  func `what is no mark gets no backslash`(text: String) throws {
    #expect(try tree(text).contains("## 1. \(text)") || tree(text).contains(text))
    #expect(try !tree(text).contains("\\"))
  }
}
