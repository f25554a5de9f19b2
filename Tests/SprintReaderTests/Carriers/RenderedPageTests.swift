import SprintReader
import SprintSource
import Testing

extension Carriers {
  struct RenderedPageTests {
    private func evidence(_ text: String) -> String? {
      RenderedPage.looksRendered(SourceFile(path: "a.md", bytes: Array(text.utf8)))
    }

    @Test func `a page copied as it is shown is known by what has lost its marks`() {
      let page = """
        1.2 KiB

        Sprint 31 · Kiln firmware

        Topic & Scope

          • Two ovens share one controller.
          • Retire the old bus.

        Delivery Tracker

        # Task ID Status Owners Task Definition
        1 KILN-BUS-31-001 DONE (2026-01-04) Firmware Guild Write the frame parser.
        2 KILN-BUS-31-002 TODO Firmware Guild Replay captures.

        Execution Log

        Date (UTC) Update Owner
        2026-01-04 Parser merged. Ada
        """
      #expect(
        evidence(page) == """
          “Topic & Scope” and 2 other sections without a heading mark, 2 table headers without pipes, \
          2 task rows without pipes, 2 lines with • for a bullet, the size of a file
          """)
    }

    @Test(arguments: [
      "", "\n\n", "Notes\n", "Notes\n\nTasks\n", "# Plan\n\nTasks\n\nNotes\n\nSome words.\n",
      "## Topic & Scope\n• one\n• two\n## Tasks\nTasks\nNotes\n",
      "Tasks\nNotes\n| ID | Status |\n| --- | --- |\n• a\n• b\n",
      "KILN-BUS-31-001 DONE\nKILN-BUS-31-002 TODO\n",
    ])
    func `other documents are not`(_ text: String) {
      #expect(evidence(text) == nil)
    }

    @Test func `no sample is taken for one`() {
      for sample in FlatSamples.all { #expect(evidence(sample.text) == nil) }
    }

    @Test(.enabled(if: Seeds.exist)) func `a real page`() throws {
      let page = try #require(Seeds.raw("001"))
      #expect(evidence(Bytes(page).string)?.contains("24 task rows without pipes") == true)
      for other in ["000", "002", "003", "004"] {
        let text = try #require(Seeds.raw(other))
        #expect(evidence(Bytes(text).string) == nil)
      }
    }
  }
}
