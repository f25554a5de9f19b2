import SprintModel
import SprintReader
import SprintSource
import Testing

struct IDScannerTests {
  private let scanner = IDScanner(.standard)

  private func tokens(_ text: String) -> [String] {
    scanner.tokens(in: Bytes(text)).map { "\($0.kind) \($0.text)" }
  }

  private func declared(_ text: String) -> [String] {
    scanner.declarations(in: Bytes(text)).ids.map(\.value.text)
  }

  @Test(arguments: [
    ("OPS-12-001", ["full OPS-12-001"]),
    ("see WEB-OBS-55-001.", ["full WEB-OBS-55-001"]),
    ("(OPS-12-001)", ["full OPS-12-001"]),
    ("OPS-12-001 and WEB-13-002", ["full OPS-12-001", "full WEB-13-002"]),
    ("OPS-12", ["full OPS-12"]),
    ("OPS-12-CI-001", ["full OPS-12-CI-001"]),
    ("OPS_A-12-001", ["full OPS_A-12-001"]),
    // U+2010 and U+2011 look like the hyphen.
    ("OPS\u{2011}12\u{2010}001", ["full OPS-12-001"]),
    // Parts of ids.
    ("32-001", ["partial 32-001"]),
    ("56-CI-001", ["partial 56-CI-001"]),
    ("OPS-12-001/002", ["full OPS-12-001", "partial 002"]),
    ("OPS-12-001 / 002", ["full OPS-12-001", "partial 002"]),
    ("OPS-12-001/-002", ["full OPS-12-001", "partial 002"]),
    ("OPS-12-001, -402", ["full OPS-12-001", "partial 402"]),
    ("OPS-12-001/13-001", ["full OPS-12-001", "partial 13-001"]),
    ("`OPS-12-001` / `002`", ["full OPS-12-001", "partial 002"]),
    // Of a word with other letters a part is no id; scripts without capitals need no blank.
    ("RÜCK-11-101", []), ("ÜBER-12-001", []), ("OPS-12-001ß", []), ("見OPS-12-001を", ["full OPS-12-001"]),
    // Short ids.
    ("A1", ["short A1"]), ("T2.1", ["short T2.1"]), ("2.1", ["short 2.1"]), ("T2.1.3: x", ["short T2.1.3"]),
    // No ids.
    ("", []), ("OPS", []), ("plain words", []), ("12", []), ("12 and 13", []), ("ops-12-001", []), ("Step-12", []),
    ("SHA-256", []), ("UTF-8", []), ("RFC-3339", []), ("ISO-8601", []), ("CVE-2024-1234", []), ("AES-256-GCM", []),
    ("2025-11-25", []), ("on 2025-11-25, at noon", []), ("ABCDE1", []), ("OPS-", []), ("v1.2", []), ("1.2.x", []),
  ])
  func `ids and parts of ids are found in text`(_ text: String, _ expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test func `a token stands where it stands`() {
    let text = Array("é OPS-12-001/002".utf8)
    let ranges = scanner.tokens(in: Bytes(text)[2...]).map { Bytes(text).at($0.range).string }
    #expect(ranges == ["OPS-12-001", "002"])
  }

  @Test(arguments: [
    ("OPS-12-001", ["OPS-12-001"]),
    ("OPS-12-001/002", ["OPS-12-001", "OPS-12-002"]),
    ("OPS-12-001/002/003", ["OPS-12-001", "OPS-12-002", "OPS-12-003"]),
    ("OPS-12-001/-002", ["OPS-12-001", "OPS-12-002"]),
    ("OPS-12-001, -002", ["OPS-12-001", "OPS-12-002"]),
    ("OPS-12-001 / 13-001", ["OPS-12-001", "OPS-13-001"]),
    (
      "WEB-OBS-51-001 / 54-001 / GAP-TIME-57-001 / CLI-GAP-56-001",
      ["WEB-OBS-51-001", "WEB-OBS-54-001", "GAP-TIME-57-001", "CLI-GAP-56-001"]
    ),
    ("OPS-12-001 & WEB-13-001", ["OPS-12-001", "WEB-13-001"]),
    ("OPS-12-001 and WEB-13-001", ["OPS-12-001", "WEB-13-001"]),
    ("OPS-12-001 + WEB-13-001", ["OPS-12-001", "WEB-13-001"]),
    ("`OPS-12-001` / `OPS-12-002`", ["OPS-12-001", "OPS-12-002"]),
    ("`OPS-12-001` / `002`", ["OPS-12-001", "OPS-12-002"]),
    ("**OPS-12-001** / **OPS-12-002**", ["OPS-12-001", "OPS-12-002"]),
    // A handle or a remark after the id declares nothing.
    ("OPS-12-001 Rotate keys of OPS-11-004", ["OPS-12-001"]),
    ("**OPS-12-001** (stretch)", ["OPS-12-001"]),
    ("OPS-12-001 — two", ["OPS-12-001"]),
    // Short ids, and what a house calls its tasks.
    ("A1", ["A1"]), ("A1/A2", ["A1", "A2"]), ("2.1", ["2.1"]), ("T2.1", ["T2.1"]), ("task7", ["task7"]), ("12", ["12"]),
    ("sc-1042", ["sc-1042"]),
    // Nothing that could be one.
    ("", []), ("none", []), ("TBD", []), ("Total", []), ("{ID}", []), ("___", []), ("—", []), ("(see above)", []),
    ("Rotate OPS-12-001", []),
  ])
  func `the ids that a cell declares stand at its beginning`(_ text: String, _ expected: [String]) {
    #expect(declared(text) == expected)
  }

  @Test(arguments: [
    ("OPS-12-001", true), ("WEB-OBS-55-001", true), ("OPS-12", true), ("OPS-12-CI", true), ("A1", false),
    ("2.1", false),
    ("task-7", false), ("12-001", false), ("OPS", false), ("OPS-ABC", false), ("OPS--12", false), ("-OPS-12", false),
    ("OPS-12-", false), ("", false),
  ])
  func `an id of words and a number means the same everywhere`(_ text: String, _ isGlobal: Bool) {
    #expect(TaskID(text).isGlobal == isGlobal)
    #expect(TaskID(text).name(in: "SPRINT_10_app").string == (isGlobal ? text : "SPRINT_10_app#\(text)"))
  }

  @Test(arguments: [
    ("A1", true), ("T2.1", true), ("2.1", true), ("HELM7", true), ("HELMS7", false), ("OPS-12-001", false),
    ("A", false),
    ("a1", false), ("A1 ", false), ("", false),
  ])
  func `short ids have a form of their own`(_ text: String, _ isShort: Bool) {
    #expect(scanner.isShort(Bytes(text)) == isShort)
  }
}
