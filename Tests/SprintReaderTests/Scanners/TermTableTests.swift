import SprintModel
import SprintReader
import SprintSource
import Testing

struct TermTableTests {
  private static let terms = [
    "": 0, "done": 1, "in progress": 2, "c#": 3, "next step 2": 4, "erledigt": 5, "wartet für": 6, "выполнено": 7,
    "완료": 8,
  ]
  private let table = TermTable(Self.terms)

  /// `text` as a slice in the middle of a file, so that its first index is not 0.
  private func slice(_ text: String) -> Bytes {
    let bytes = Array("x:\(text):x".utf8)
    return Bytes(bytes)[2..<(bytes.count - 2)]
  }

  @Test(arguments: [
    ("done", 1), ("DONE", 1), ("**Done**", 1), ("  done.  ", 1), ("In-Progress", 2), ("in  progress", 2),
    ("in_progress", 2), ("C#", 3), ("Next step (2)", 4), ("Erledigt", 5), ("WARTET FÜR", 6), ("— wartet für —", 6),
    ("Выполнено", 7), ("", 0), ("완료", 8), ("(완료)", 8),
    // The same letters, each in parts.
    ("\u{110B}\u{116A}\u{11AB}\u{1105}\u{116D}", 8),
    ("---", 0), ("—", 0),
  ])
  func `a term is found in any case and between any marks`(_ text: String, _ value: Int) {
    #expect(table[slice(text)] == value)
  }

  @Test(arguments: [
    "don", "done1", "done done", "inprogress", "in progress of", "c", "next step", "wartet fur", "é",
    "a text that is longer than any term of the table", "done " + String(repeating: "é", count: 40),
  ])
  func `nothing else is`(_ text: String) {
    #expect(table[slice(text)] == nil)
  }

  /// The table says the same as a dictionary of texts in normal form.
  @Test func `a table says what a dictionary says`() {
    let vocabulary = Vocabulary.standard
    let table = TermTable(vocabulary.columns)
    let words = ["Task ID", "STATUS", "key dependency / next step", "Owner(s)", "Größe", "#", "", "Notes:", "x"]
    for text in words + vocabulary.columns.keys + vocabulary.states.keys {
      let normal = Vocabulary.normalized(slice(text))
      #expect(table[slice(text)] == vocabulary.columns[normal], "\(text)")
      #expect(table[normalized: normal] == vocabulary.columns[normal], "\(text)")
    }
  }

  @Test func `an empty table has no term`() {
    let table = TermTable<Int>([:])
    #expect(table[slice("")] == nil)
    #expect(table[slice("done")] == nil)
    #expect(table[normalized: ""] == nil)
  }

  @Test func `many terms are found, each with its value`() {
    let terms = Dictionary(uniqueKeysWithValues: (0..<3_000).map { ("term \($0)", $0) })
    let table = TermTable(terms)
    #expect(terms.allSatisfy { table[slice($0.key.uppercased())] == $0.value && table[normalized: $0.key] == $0.value })
    #expect(table[slice("term 3000")] == nil)
  }

  @Test(arguments: [("", 0), ("--", 0), ("a", 1), (" a  b ", 2), ("a-b_c", 3), ("é", 1), ("é, ü ß", 3), ("a #1", 2)])
  func `words are counted as they are parted`(_ text: String, _ count: Int) {
    #expect(Vocabulary.wordCount(of: slice(text)) == count)
    #expect(Vocabulary.words(of: slice(text)).count == count)
  }
}
