import SprintSource
import Testing

struct LocatedTextTests {
  private let file = Bytes("state: DONE, DONE")

  @Test func `a slice is what it says, where it stands`() {
    let text = LocatedText(file[7..<11])
    #expect(text.value == "DONE")
    #expect("\(text)" == "DONE")
    #expect(text.bytes == Bytes("DONE"))
    #expect(text.bytes.startIndex == 7)
    #expect(text.range == ByteRange(7, 11))
    #expect(!text.isEmpty)
    #expect(LocatedText(file[7..<7]).isEmpty)
  }

  @Test(arguments: [("", 4, 9), ("done", 4, 9), ("done", 4, 4), ("done", 0, 4)])
  func `a text can say something else than stands at its place`(_ words: String, _ lower: Int, _ upper: Int) {
    let text = LocatedText(words, at: ByteRange(lower, upper))
    #expect(text.value == words)
    #expect(text.range == ByteRange(lower, upper))
    #expect(text.isEmpty == words.isEmpty)
  }

  @Test func `texts are the same that say the same at the same place`() {
    let slice = LocatedText(file[7..<11])
    #expect(slice == LocatedText("DONE", at: ByteRange(7, 11)))
    #expect(slice != LocatedText("done", at: ByteRange(7, 11)))
    #expect(slice != LocatedText(file[13..<17]))
    #expect(Set([slice, LocatedText("DONE", at: ByteRange(7, 11)), LocatedText(file[13..<17])]).count == 2)
  }

  @Test func `a text moves to where the same bytes stand in another`() {
    let copy = Bytes("DONE")
    for place in [7..<11, 13..<17] {
      #expect(LocatedText(copy[0..<4]).moved(to: file[place]) == LocatedText(file[place]))
      let part = LocatedText(copy[1..<3]).moved(to: file[place])
      #expect(part.value == "ON")
      #expect(part.range == ByteRange(place.lowerBound + 1, place.lowerBound + 3))
      let own = LocatedText("finished", at: ByteRange(0, 4)).moved(to: file[place])
      #expect(own == LocatedText("finished", at: ByteRange(place.lowerBound, place.upperBound)))
    }
  }

  @Test func `what is no UTF-8 is kept in its bytes and replaced in its string`() {
    let text = LocatedText(Bytes([0x61, 0xFF, 0x62])[1..<3])
    #expect(text.value == "\u{FFFD}b")
    #expect(Array(text.bytes) == [0xFF, 0x62])
  }
}
