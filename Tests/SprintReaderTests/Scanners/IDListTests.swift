import SprintModel
import SprintSource
import Testing

@testable import SprintReader

struct IDListTests {
  /// The references of a text as `OPS-1-001`, `002 after OPS-1-001`, `OPS-1-001 to OPS-1-004`.
  private func read(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return IDList.references(IDScanner(.standard).tokens(in: Bytes(bytes)), in: Bytes(bytes)).map { reference in
      switch reference.form {
      case .single: reference.text.value
      case .continuation(let id): "\(reference.text.value) after \(id)"
      case .range(let from, let end): "\(from) to \(end)"
      }
    }
  }

  @Test(arguments: [
    ("OPS-1-001", ["OPS-1-001"]),
    ("OPS-1-001, WEB-2-001", ["OPS-1-001", "WEB-2-001"]),
    ("OPS-1-001/002", ["OPS-1-001", "002 after OPS-1-001"]),
    ("OPS-1-001 / 002 / 003", ["OPS-1-001", "002 after OPS-1-001", "003 after OPS-1-002"]),
    ("OPS-1-001/-002", ["OPS-1-001", "002 after OPS-1-001"]),
    ("OPS-1-001, -402", ["OPS-1-001", "402 after OPS-1-001"]),
    ("OPS-1-001 + 2-001", ["OPS-1-001", "2-001 after OPS-1-001"]),
    ("OPS-1-001 & 2-001 and 3-001", ["OPS-1-001", "2-001 after OPS-1-001", "3-001 after OPS-2-001"]),
    ("OPS-1-001, and 2-001", ["OPS-1-001", "2-001 after OPS-1-001"]),
    ("`OPS-1-001` / `002`", ["OPS-1-001", "002 after OPS-1-001"]),
    ("**OPS-1-001** / **002**", ["OPS-1-001", "002 after OPS-1-001"]),
    ("OAS-61/62/63", ["OAS-61", "62 after OAS-61", "63 after OAS-62"]),
    // A number in prose goes on with nothing.
    ("OPS-1-001 takes 24-48 hours", ["OPS-1-001", "24-48"]),
    ("OPS-1-001 then 2-001", ["OPS-1-001", "2-001"]),
  ])
  func `a list goes on from the id before`(_ text: String, _ expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("OPS-1-001..003", ["OPS-1-001 to OPS-1-003"]),
    ("OPS-1-001...003", ["OPS-1-001 to OPS-1-003"]),
    ("OPS-1-001…003", ["OPS-1-001 to OPS-1-003"]),
    ("OPS-1-001 … 003", ["OPS-1-001 to OPS-1-003"]),
    ("OPS-1-001–003", ["OPS-1-001 to OPS-1-003"]),
    ("OPS-1-001 ~ 003", ["OPS-1-001 to OPS-1-003"]),
    ("OPS-1-001 through OPS-1-003", ["OPS-1-001 to OPS-1-003"]),
    ("OPS-1-001 thru 1-003", ["OPS-1-001 to OPS-1-003"]),
    ("`OPS-1-001` through `OPS-1-003`", ["OPS-1-001 to OPS-1-003"]),
    ("`OPS-1-001`…`003`", ["OPS-1-001 to OPS-1-003"]),
    ("FE\u{2011}501..509", ["FE-501 to FE-509"]),
    ("T1–T3", ["T1 to T3"]),
    ("2.1 – 2.4", ["2.1 to 2.4"]),
    // Nothing goes on from a range, but a list may follow it.
    ("OPS-1-001..003, OPS-1-007", ["OPS-1-001 to OPS-1-003", "OPS-1-007"]),
    ("OPS-1-001..003, WEB-2-001/002", ["OPS-1-001 to OPS-1-003", "WEB-2-001", "002 after WEB-2-001"]),
    ("WEB-2-001, OPS-1-001..003", ["WEB-2-001", "OPS-1-001 to OPS-1-003"]),
    ("WEB-2-001/003..005", ["WEB-2-001", "WEB-2-003 to WEB-2-005"]),
    // No ranges.
    ("OPS-1-001. WEB-2-001", ["OPS-1-001", "WEB-2-001"]),
    ("OPS-1-001 to WEB-2-001", ["OPS-1-001", "WEB-2-001"]),
  ])
  func `a range has two ends`(_ text: String, _ expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test func `a range stands where its ends stand`() {
    let text = Array("é OPS-1-001..003.".utf8)
    let references = IDList.references(IDScanner(.standard).tokens(in: Bytes(text)), in: Bytes(text))
    #expect(references.map(\.text.value) == ["OPS-1-001..003"])
    #expect(references.map { Bytes(text).at($0.text.range).string } == ["OPS-1-001..003"])
  }
}
