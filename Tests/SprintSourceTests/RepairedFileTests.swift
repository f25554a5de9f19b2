import SprintSource
import Testing

/// A file that was repaired: what is said of its text, and what is true of it on disk.
struct RepairedFileTests {
  private static let file = SourceFile(path: "a.md", bytes: Array("a Â· b Â· c".utf8))
    .repaired(.mojibake, by: [TextEdit(ByteRange(2, 6), "·"), TextEdit(ByteRange(9, 13), "·")])

  private static let flat = SourceFile(path: "a.md", bytes: Array("# a - b - c".utf8))
    .repaired(.flattened, by: [TextEdit(ByteRange(3, 4), "\n"), TextEdit(ByteRange(7, 8), "\n")])

  @Test func `the repairs are as expected`() {
    #expect(String(decoding: Self.file.text, as: UTF8.self) == "a · b · c")
    #expect(String(decoding: Self.flat.text, as: UTF8.self) == "# a\n- b\n- c")
  }

  @Test func `an edit of the text becomes one of the file`() {
    #expect(Self.file.onDisk(TextEdit(ByteRange(5, 6), "x")) == TextEdit(ByteRange(7, 8), "x"))
    // A whole repaired stretch, and one among others.
    #expect(Self.file.onDisk(TextEdit(ByteRange(2, 4), "-")) == TextEdit(ByteRange(2, 6), "-"))
    #expect(Self.flat.onDisk(TextEdit(ByteRange(4, 8), "")) == TextEdit(ByteRange(4, 8), ""))
    #expect(Self.flat.onDisk(TextEdit(.empty(at: 11), "!")) == TextEdit(.empty(at: 11), "!"))
  }

  @Test func `an edit inside a repaired stretch is none of the file`() {
    #expect(Self.file.onDisk(TextEdit(ByteRange(3, 5), "x")) == nil)
    #expect(Self.file.onDisk(TextEdit(ByteRange(0, 3), "x")) == nil)
    #expect(Self.file.onDisk(TextEdit(.empty(at: 3), "x")) == nil)
  }

  @Test func `what is repaired is not mixed with what is not`() {
    #expect(Self.file.onDisk(TextEdit(ByteRange(5, 6), "—")) == nil)
    #expect(Self.flat.onDisk(TextEdit(ByteRange(4, 5), "x\ny")) == nil)
    #expect(Self.flat.onDisk(TextEdit(ByteRange(4, 5), "—")) != nil)
  }

  @Test func `a fix is carried over as a whole or not at all`() {
    let (good, bad) = (TextEdit(ByteRange(5, 6), "x"), TextEdit(ByteRange(3, 5), "x"))
    #expect(Self.file.onDisk(Fix("it", .safe, [good]))?.edits == [TextEdit(ByteRange(7, 8), "x")])
    #expect(Self.file.onDisk(Fix("it", .safe, [good, bad])) == nil)
    let plain = SourceFile(path: "a.md", bytes: Array("a · b".utf8))
    #expect(plain.onDisk(Fix("it", .safe, [good, bad])) == Fix("it", .safe, [good, bad]))
  }

  @Test func `a damage keeps its place when the text is repaired further`() {
    let edit = TextEdit(ByteRange(4, 5), "\n")
    let noted = Self.file.noting(.flattened, at: ByteRange(5, 6), evidence: "it", edits: [edit], isCertain: true)
      .repaired(.flattened, by: [edit])
    let damage = TextDamage(
      kind: .flattened, range: ByteRange(7, 8), evidence: "it", edits: [TextEdit(ByteRange(6, 7), "\n")],
      isCertain: true)
    #expect(noted.damages == [damage])
    #expect(Self.file.damages.isEmpty)
  }

  @Test func `a damage whose repair is none of the file has no edits`() {
    let edits = [TextEdit(ByteRange(3, 5), "x")]
    let noted = Self.file.noting(.outerFence, at: ByteRange(5, 6), evidence: "it", edits: edits, isCertain: false)
    #expect(noted.damages.map(\.edits) == [[]])
  }

  @Test func `places on disk are counted on disk`() {
    #expect(Self.file.position(onDisk: 7) == Self.file.position(at: 5))
    #expect(Self.file.positions(onDisk: ByteRange(7, 8)) == Self.file.positions(of: ByteRange(5, 6)))
    #expect(Self.flat.line(onDisk: 4).string == "# a - b - c")
  }
}
