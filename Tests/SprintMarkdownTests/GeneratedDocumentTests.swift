import SprintMarkdown
import SprintSource
import SprintTesting
import Testing

struct GeneratedDocumentTests {
  /// How many documents are made; the same ones in each run.
  private static let count = 2_000

  @Test func `every range lies in the file, and children lie in their parents`() {
    for seed in 1...Self.count {
      let text = GeneratedDocument.text(seed)
      let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
      let blocks = MarkdownDocument(file).blocks
      let violations = blocks.flatMap { Ranges.violations(in: $0, file) }
      #expect(violations.isEmpty, "document \(seed): \(text.debugDescription)")
      for (one, next) in zip(blocks, blocks.dropFirst()) {
        #expect(one.range.upper <= next.range.lower, "document \(seed): \(text.debugDescription)")
      }
    }
  }

  @Test func `no block loses a task id that the document shows`() {
    let id = Bytes("OPS-12-001")
    for seed in 1...Self.count {
      let text = GeneratedDocument.text(seed)
      let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
      let pieces = MarkdownDocument(file).blocks.flatMap { Ranges.texts(of: $0) }
      var start = 0
      while let found = Bytes(file.text).firstRange(of: id, from: start) {
        let range = ByteRange(found.lowerBound, found.upperBound)
        let isShown = !Self.isInComment(range, of: file)
        #expect(
          pieces.contains { $0.contains(range) } || !isShown,
          "document \(seed) at \(range): \(text.debugDescription)")
        start = found.upperBound
      }
    }
  }

  private static func isInComment(_ range: ByteRange, of file: SourceFile) -> Bool {
    let before = file.slice(ByteRange(0, range.lower)).string
    guard let open = before.ranges(of: "<!--").last else { return false }
    return !before[open.upperBound...].contains("-->")
  }

  @Test func `documents have blocks of every kind`() {
    var kinds: Set<Substring> = []
    for seed in 1...Self.count {
      for line in Shape.lines(GeneratedDocument.text(seed)) {
        kinds.formUnion(line.split(separator: " ").prefix(1))
      }
    }
    let all: Set<Substring> = [
      "heading", "paragraph", "list", "ordered", "item", "table", "quote", "code", "break", "other",
    ]
    #expect(kinds.isSuperset(of: all))
  }

  @Test func `documents read at the same time have the blocks that they have one by one`() async {
    let documents = (1...Self.count).map { Array(GeneratedDocument.text($0).utf8) }
    let serial = documents.map { Shape.dump($0) }
    let parallel = await withTaskGroup(of: (Int, String).self) { group in
      for (index, document) in documents.enumerated() {
        group.addTask { @concurrent in (index, Shape.dump(document)) }
      }
      var dumps = [String](repeating: "", count: documents.count)
      for await (index, dump) in group { dumps[index] = dump }
      return dumps
    }
    #expect(zip(serial, parallel).enumerated().filter { $0.element.0 != $0.element.1 }.map { $0.offset + 1 } == [])
  }
}
