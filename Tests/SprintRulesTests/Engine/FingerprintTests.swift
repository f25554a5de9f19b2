import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct FingerprintTests {
  /// The fingerprints of a rule in documents, in order.
  private func fingerprints(_ code: String, _ documents: [(path: String, text: String)]) -> [String] {
    let text = documents.map { "<!-- file: \($0.path) -->\n\($0.text)" }.joined()
    return diagnostics(code, in: text).map(\.fingerprint).sorted()
  }

  private func example(_ code: String) throws -> [(path: String, text: String)] {
    Documents.split(try #require(Rule.named(code)).documentation.firing)
  }

  /// What a tracker can gain above its rows without another meaning of these.
  private static let newRow = "| 9 | NEW-99-001 | TODO | None | New Guild | New. |\n"
  private static let dashes = "| --- | --- | --- | --- | --- | --- |\n"

  /// Front matter and a fence around the document must begin the file, and an empty table takes no row.
  @Test(arguments: Rule.catalogue.map(\.code).filter { !["SM109", "SM111"].contains($0) })
  func `lines above leave them as they are`(code: String) throws {
    let before = try example(code)
    let after = before.map { (path: $0.path, text: "Some words.\n\nMore words.\n\n" + $0.text) }
    #expect(!fingerprints(code, before).isEmpty)
    #expect(fingerprints(code, after) == fingerprints(code, before))
  }

  // With an open row a sprint is not finished.
  @Test(arguments: Rule.catalogue.map(\.code).filter { !["SM107", "SM310"].contains($0) })
  func `rows above leave them as they are`(code: String) throws {
    let before = try example(code)
    let after = before.map { document in
      // The rows below get new numbers.
      var text = document.text
      for number in stride(from: 8, to: 0, by: -1) {
        text = text.replacing("| \(number) | ", with: "| \(number + 1) | ")
      }
      return (
        path: document.path,
        text: text.replacing(Self.dashes, with: Self.dashes + Self.newRow.replacing("| 9", with: "| 1"))
      )
    }
    #expect(!fingerprints(code, before).isEmpty)
    #expect(fingerprints(code, after) == fingerprints(code, before))
  }

  @Test(arguments: Rule.catalogue.map(\.code).filter { !["SM101", "SM102", "SM107", "SM111", "SM507"].contains($0) })
  func `other columns leave them as they are`(code: String) throws {
    let before = try example(code)
    let after = before.map { document in
      let lines = document.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        guard line.hasPrefix("| ") else { return String(line) }
        let cells = line.dropFirst(2).dropLast(2).split(separator: " | ")
        // The last column becomes the first.
        return "| " + ([cells[cells.count - 1]] + cells.dropLast()).joined(separator: " | ") + " |"
      }
      return (path: document.path, text: lines.joined(separator: "\n"))
    }
    #expect(!fingerprints(code, before).isEmpty)
    // A stray row is known by its date in the first cell: there the columns cannot move.
    if code != "SM104" { #expect(fingerprints(code, after) == fingerprints(code, before)) }
  }

  @Test(arguments: Rule.catalogue.map(\.code))
  func `another folder leaves them as they are`(code: String) throws {
    let before = try example(code)
    let all = before.map { (path: "archive/2025/" + $0.path, text: $0.text) }
    #expect(!fingerprints(code, before).isEmpty)
    #expect(fingerprints(code, all) == fingerprints(code, before))
    // One file goes, so that the order of the files is another.
    var last = before
    last[last.count - 1].path = "archive/" + last[last.count - 1].path
    #expect(fingerprints(code, last) == fingerprints(code, before))
  }

  @Test func `a cycle keeps its fingerprint when one of its files moves`() {
    let one = tracker("A-70-001 | TODO | Depends on B-71-002 | App | A.")
    let other = tracker("B-71-002 | TODO | Depends on A-70-001 | Web | D.")
    let before = fingerprints("SM401", [("a/SPRINT_70.md", one), ("b/SPRINT_71.md", other)])
    #expect(before.count == 1)
    #expect(fingerprints("SM401", [("c/SPRINT_70.md", one), ("b/SPRINT_71.md", other)]) == before)
  }

  @Test(arguments: [
    (
      "SM304",
      "| 2 | APP-10-002 | BLOCKED | Depends on 10-001 | App | A. |\n| 3 | APP-10-003 | BLOCKED | Depends on 10-001 | App | A. |"
    ),
    ("SM303", "| 2 | APP-10-002 | BLOCKED | None | App | A. |\n| 3 | APP-10-003 | BLOCKED | None | App | A. |"),
    (
      "SM305",
      "| 2 | APP-10-002 | DONE | None | App | A. |\n| 3 | APP-10-003 | DONE | APP-10-004, APP-10-005 | App | A. |\n| 4 | APP-10-004 | TODO | None | App | A. |\n| 5 | APP-10-005 | TODO | None | App | A. |"
    ),
    ("SM402", "| 2 | APP-10-002 | TODO | WEB-1-1 | App | A. |\n| 3 | APP-10-003 | TODO | WEB-1-1 | App | A. |"),
    ("SM404", "| 2 | APP-10-002 | TODO | APP-10-002 | App | A. |\n| 3 | APP-10-003 | TODO | APP-10-003 | App | A. |"),
    ("SM101", "| 2 | APP-10-002 | TODO | None | App |\n| 3 | APP-10-003 | TODO | None | App |"),
  ])
  func `different tasks have different ones`(code: String, rows: String) {
    let found = diagnostics(code, in: tracker("APP-10-001 | DONE | None | App | A.") + rows + "\n").map(\.fingerprint)
    #expect(found.count == 2)
    #expect(Set(found).count == 2)
  }

  @Test func `different rules and different sprints have different ones`() throws {
    let all = try Rule.catalogue.flatMap { fingerprints($0.code, try example($0.code)) }
    #expect(Set(all).count == all.count)
    let text = tracker("A1 | TODO | A1 | App | A.")
    #expect(fingerprints("SM404", [("SPRINT_10.md", text)]) != fingerprints("SM404", [("SPRINT_11.md", text)]))
  }

  @Test func `they are 16 hexadecimal digits`() throws {
    let all = try Rule.catalogue.flatMap { fingerprints($0.code, try example($0.code)) }
    #expect(all.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}/) != nil })
  }

  /// A baseline that was written yesterday must be understood tomorrow.
  @Test func `one is fixed for good`() throws {
    // FNV-1a of "SM404", "SPRINT_10_app", "APP-10-001" and "", each with a zero byte behind it.
    #expect(try fingerprints("SM404", example("SM404")) == ["5ee0e991b0b3da98"])
  }
}
