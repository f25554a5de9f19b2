import SprintRules
import SprintSource
import SprintTesting
import Testing

struct InvalidTextTests {
  private static let document = tracker("APP-10-001 | TODO | None | App Guild | Build.")

  @Test(arguments: [
    Case("NUL", document + "a\u{0}b\n", ("a NUL character stands here", "\u{0}")),
    Case("several", document + "a\u{0}b\u{0}c\u{0}\n", ("a NUL character stands here, and in 2 more places", "\u{0}")),
    Case("a carriage return", document + "a\rb\n", ("a carriage return without a line feed stands here", "\r")),
    Case(
      "both", document + "a\rb\u{0}\n", ("a carriage return without a line feed stands here", "\r"),
      ("a NUL character stands here", "\u{0}")),
  ])
  func `what no text holds is found`(sample: Case) {
    #expect(findings("SM602", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("a text", document),
    NearMiss("lines that end in CR LF", document.replacing("\n", with: "\r\n")),
    NearMiss("a byte order mark", "\u{FEFF}" + document),
    NearMiss("other scripts and pictures", document + "\n任务 🚀 e\u{301} \u{FFFD}\n"),
  ])
  func `a text is none`(miss: NearMiss) {
    #expect(findings("SM602", in: miss.text) == [])
  }

  private func messages(_ bytes: [UInt8]) -> [String] {
    let file = SourceFile(path: "SPRINT_10_app.md", bytes: bytes)
    return RuleEngine().check(Documents.workspace([file])).filter { $0.code == "SM602" }.map(\.message)
  }

  @Test func `bytes that are not UTF-8 are found`() {
    let bytes = Array(Self.document.utf8)
    #expect(messages(bytes + [0xE9, 0x0A]) == ["the file is not UTF-8: the byte 0xE9 stands here"])
    #expect(
      messages(bytes + [0xE9, 0x20, 0xFC, 0x0A]) == [
        "the file is not UTF-8: the byte 0xE9 stands here, and in 1 more place"
      ])
  }

  @Test func `UTF-16 is one finding`() {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in Self.document.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(messages(bytes) == ["this file is UTF-16, not UTF-8"])
  }
}
