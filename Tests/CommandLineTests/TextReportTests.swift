import SprintTesting
import Testing

struct TextReportTests {
  private func report(_ files: KeyValuePairs<String, String>, _ arguments: String...) async throws -> String {
    try await Sprintmark.run(["lint"] + arguments, in: try TemporaryFolder(files)).outputText
  }

  private func lines(_ files: KeyValuePairs<String, String>) async throws -> [String] {
    let lines = try await report(files).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try #require(lines.count > 4)
    return lines
  }

  @Test func `a report shows line, caret, evidence and help`() async throws {
    let text =
      Trackers.header
      + "| 1 | WEB-10-001 | DONE (2025-11-02) | None | Web | Build. |\n| 2 | WEB-10-002 | BLOCKED | Depends on 10-001 | Web | Test. |\n"
    #expect(
      try await report(["docs/SPRINT_10_web.md": text]) == """
        docs/SPRINT_10_web.md:5:20: error[SM304 stale-block]: WEB-10-002 is blocked, but all that it depends on is done
           |
         5 | | 2 | WEB-10-002 | BLOCKED | Depends on 10-001 | Web | Test. |
           |                    ^^^^^^^
           = WEB-10-001 is DONE (2025-11-02) (written `10-001`, resolved by shorthand)  docs/SPRINT_10_web.md:4
           = help: set it to TODO or DOING, or name what still blocks it

        1 error in 1 of 1 tracker (2 tasks)

        """)
  }

  @Test func `a cycle shows each of its edges`() async throws {
    let one =
      Trackers.header
      + "| 1 | A-70-001 | TODO | Depends on B-71-002 | App | A. |\n| 2 | A-70-002 | TODO | Depends on A-70-001 | App | B. |\n"
    let other =
      Trackers.header
      + "| 1 | B-71-001 | TODO | None | Web | C. |\n| 2 | B-71-002 | TODO | Depends on A-70-002 | Web | D. |\n"
    #expect(
      try await report(["SPRINT_0700.md": one, "SPRINT_0701.md": other]) == """
        SPRINT_0700.md:4:36: error[SM401 dependency-cycle]: 3 tasks wait for each other: A-70-001 → B-71-002 → A-70-002 → A-70-001
           |
         4 | | 1 | A-70-001 | TODO | Depends on B-71-002 | App | A. |
           |                                    ^^^^^^^^
           = A-70-001 depends on B-71-002  SPRINT_0700.md:4
           = B-71-002 depends on A-70-002  SPRINT_0701.md:5
           = A-70-002 depends on A-70-001  SPRINT_0700.md:5
           = help: cutting B-71-002 → A-70-002 breaks it

        1 error in 1 of 2 trackers (4 tasks)

        """)
  }

  @Test func `the caret stands under its text after wide characters, marks and tabs`() async throws {
    // 日, 本 and 😀 take two columns each; e and U+0301 take one together.
    let text = Trackers.header + "| 1 | A1 | TODO | 日本 😀 e\u{301}\tx depends on A1 | App | A. |\n"
    let expected = [
      "SPRINT_10.md:4:40: error[SM404 self-dependency]: A1 depends on itself", "   |",
      " 4 | | 1 | A1 | TODO | 日本 😀 e\u{301} x depends on A1 | App | A. |",
      "   |                                          ^^",
    ]
    let lines = try await lines(["SPRINT_10.md": text])
    #expect(Array(lines.prefix(4)) == expected)
  }

  @Test func `a mark under wide characters is as wide as they are`() async throws {
    let text = Trackers.header + "| 1 | A1 | 日本 | None | App | A. |\n"
    let lines = try await lines(["SPRINT_10.md": text])
    #expect(lines[2] == " 4 | | 1 | A1 | 日本 | None | App | A. |")
    #expect(lines[3] == "   |            ^^^^")
  }

  @Test func `a long line is cut around the caret`() async throws {
    let words = String(repeating: "word ", count: 60)
    let text = Trackers.header + "| 1 | A1 | TODO | None | App | \(words)Depends on A1. \(words)|\n"
    let lines = try await lines(["SPRINT_10.md": text])
    #expect(lines[0].hasPrefix("SPRINT_10.md:4:343: error[SM404"))
    #expect(lines[2].hasPrefix(" 4 | … ") && lines[2].hasSuffix(" …"))
    #expect(lines[2].unicodeScalars.count <= 5 + 100 + 4)
    // The mark stands under the id.
    let place = Array(lines[3].unicodeScalars).firstIndex(of: "^") ?? 0
    #expect(String(String.UnicodeScalarView(Array(lines[2].unicodeScalars)[place..<(place + 2)])) == "A1")
    #expect(lines[3].filter { $0 == "^" }.count == 2)
  }

  @Test func `a mark at the start of a long line is cut too`() async throws {
    let row = "| 2 | A2 | TODO | None | App | \(String(repeating: "x", count: 300)) |"
    let lines = try await lines(["SPRINT_10.md": Trackers.clean + "\n\(row)\n"])
    #expect(lines[2] == " 6 | " + row.prefix(100) + " …")
    #expect(lines[3] == "   | " + String(repeating: "^", count: 100))
  }

  @Test func `a text over several lines is marked to the end of its first`() async throws {
    let text = "---\nslug: a\nowner: 'x\nmore\n---\n" + Trackers.clean
    let lines = try await lines(["SPRINT_10.md": text])
    #expect(
      lines[0]
        == "SPRINT_10.md:3:8: warning[SM111 front-matter]: the front matter is no YAML: this quote is never closed")
    #expect(lines[2] == " 3 | owner: 'x")
  }

  @Test func `lines are counted alike whatever ends them`() async throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = try await report(["SPRINT_10.md": Trackers.stale.replacing("\n", with: end)])
      #expect(text.contains("SPRINT_10.md:5:20: error[SM304 stale-block]"))
      #expect(text.contains("\n 5 | | 2 | WEB-10-002 | BLOCKED | WEB-10-001 | Web | Test. |\n"))
    }
  }

  @Test func `the margin grows with the number of the line`() async throws {
    let text = String(repeating: "\n", count: 995) + Trackers.stale
    let lines = try await lines(["SPRINT_10.md": text])
    #expect(lines[1] == "     |")
    #expect(lines[2].hasPrefix("1000 | | 2 |"))
    #expect(lines[3] == "     |                    ^^^^^^^")
  }

  @Test func `the last line counts by severity, and files and tasks`() async throws {
    let files: KeyValuePairs<String, String> = [
      "SPRINT_10.md": Trackers.clean, "SPRINT_11.md": Trackers.stale, "SPRINT_12.md": Trackers.unresolved,
      "SPRINT_13.md": Trackers.behind,
    ]
    #expect(try await report(files).hasSuffix("\n\n1 error, 1 warning, 1 note in 3 of 4 trackers (6 tasks)\n"))
    #expect(try await report(files, "--ignore", "SM304,SM402,SM307") == "nothing found in 4 trackers (6 tasks)\n")
    let many = Trackers.header + (1...1200).map { "| \($0) | A-1-\($0) | TODO | None | App | A. |\n" }.joined()
    #expect(try await report(["SPRINT_10.md": many]) == "nothing found in 1 tracker (1,200 tasks)\n")
  }
}
