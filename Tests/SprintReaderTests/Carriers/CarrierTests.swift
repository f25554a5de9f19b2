import SprintReader
import SprintSource
import Testing

extension Carriers {
  struct CarrierTests {
    @Test func `each kind of repair has one carrier`() {
      #expect(Carrier.standard.map(\.kind) == RepairKind.allCases)
    }

    @Test func `a sound document is left as it is`() {
      let file = SourceFile(path: "a.md", bytes: Array("# Plan\n\n- a — b\n".utf8))
      let (mended, findings) = Carrier.mend(file)
      #expect(findings.isEmpty)
      #expect(mended.repairs.isEmpty)
      #expect(mended.text == file.text)
    }

    @Test func `damages of several kinds are mended one after the other`() {
      let text = "```md\n# Plan Â· 1 ## Tasks | ID | Status | | --- | --- | | A-1 | done â€” all |\n```\n"
      let (mended, findings) = Carrier.mend(SourceFile(path: "a.md", bytes: Array(text.utf8)))
      #expect(findings.map(\.kind) == [.outerFence, .mojibake, .flattened])
      #expect(
        Bytes(mended.text).string
          == "# Plan · 1\n\n## Tasks\n| ID | Status |\n| --- | --- |\n| A-1 | done — all |\n")
      // Ranges lead back to the file on disk through all repairs.
      let row = Bytes(mended.text).firstRange(of: Bytes("A-1"), from: 0)
      #expect(row.map { mended.position(at: $0.lowerBound) } == Position(line: 2, column: 54))
    }

    @Test func `what is not certain is reported and nothing is changed`() {
      let file = SourceFile(path: "a.md", bytes: Array("# Plan\n\na — b, c â€” d, “e”\n".utf8))
      let (mended, findings) = Carrier.mend(file)
      #expect(findings.map(\.kind) == [.mojibake])
      #expect(findings.first?.damage.isCertain == false)
      #expect(mended.text == file.text)
    }
  }
}
