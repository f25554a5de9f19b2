import SprintModel
import SprintReader
import SprintSource
import Testing

struct FieldTests {
  @Test(arguments: [
    ("Status: DONE", "status", "DONE"), ("**Status:** DONE", "status", "DONE"), ("**Status**: DONE", "status", "DONE"),
    ("__Owners__:  Ops, Web ", "owners", "Ops, Web"), ("*Est*: 3 d", "est", "3 d"),
    ("Completion criteria:", "completion criteria", ""),
    ("**Completion criteria:**", "completion criteria", ""), ("Owner(s): Ops", "owner s", "Ops"),
    ("  Depends on: OPS-12-001", "depends on", "OPS-12-001"),
    ("Dates: 2025-11-03: start", "dates", "2025-11-03: start"),
    ("Key dependency / next step: none", "key dependency next step", "none"),
  ])
  func `a name and a value are parted by a colon`(_ line: String, _ name: String, _ value: String) throws {
    let field = try #require(Field(Bytes(line)))
    #expect(Vocabulary.normalized(field.label) == name)
    #expect(field.value.string == value)
  }

  @Test(arguments: [
    "", "Status", ": DONE", "https://example.org", "12:30 start", "`a`: b", "See ch. 4: more", "a | b: c",
    "one two three four five six: seven", "**: x", String(repeating: "a", count: 60) + ": x",
  ])
  func `prose is no field`(_ line: String) {
    #expect(Field(Bytes(line)).map(\.label.string) == nil)
  }
}
