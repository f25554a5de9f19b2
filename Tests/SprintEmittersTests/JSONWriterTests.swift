import Foundation
import SprintEmitters
import SprintModel
import SprintSource
import Testing

struct JSONWriterTests {
  private func text(brokenDepth: Int = 0, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(brokenDepth: brokenDepth)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  // MARK: Strings

  /// What a string is written as, a character at a time.
  private func expected(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.isHidden:
        for unit in String(scalar).utf16 { result += "\\u" + String(format: "%04x", unit) }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Eight bytes are looked at at a time: each character stands at each place among plain ones.
  @Test(arguments: [
    "\"", "\\", "\n", "\r", "\t", "\0", "\u{1F}", " ", "!", "#", "[", "]", "~", "\u{7F}", "\u{80}", "\u{9F}", "\u{A0}",
    "\u{AD}", "ü", "—", "\u{200B}", "\u{200D}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "😀", "\u{E0041}", "\u{10FFFF}",
  ])
  func `a string comes out as it went in, wherever it has which character`(character: String) throws {
    for length in 0...18 {
      for place in 0...length {
        let (before, behind) = (String(repeating: "a", count: place), String(repeating: "x", count: length - place))
        for string in [before + character + behind, before + character + character + behind + character] {
          let written = text { $0.string(string) }
          #expect(written == expected(string))
          #expect(text { $0.string(string.utf8Span.span) } == written)
        }
      }
    }
    let string = "plain words, \(character), and others"
    let read = try JSONDecoder().decode(String.self, from: Data(text { $0.string(string) }.utf8))
    #expect(Array(read.unicodeScalars) == Array(string.unicodeScalars))
  }

  @Test(arguments: 0..<128) func `each character of ASCII is written so that it can be read`(code: UInt8) {
    let string = String(Unicode.Scalar(code))
    #expect(text { $0.string(string) } == expected(string))
    #expect(text { $0.object { $0.key(named: string) } } == "{\(expected(string)): }")
  }

  // MARK: Numbers and days

  @Test(arguments: [0, 1, 9, 10, 99, 100, 2_025, 1_000_000, -1, -10, .max, .min]) func `numbers`(number: Int) {
    #expect(text { $0.number(number) } == "\(number)")
  }

  @Test(arguments: [
    (2025, 11, 2), (1, 1, 31), (0, 12, 1), (9_999, 12, 31), (10_000, 1, 1), (999_999, 2, 28), (-1, 2, 3),
  ])
  func `days are written as they say themselves`(year: Int, month: Int, day: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(text { $0.date(date) } == "\"\(date)\"")
  }

  // MARK: Pieces

  /// An array of arrays in an object: place `n` gives `n % 3` elements.
  private func document(
    _ count: Int, brokenDepth: Int, array: (inout JSONWriter, @Sendable (inout JSONWriter, Range<Int>) -> Void) -> Void
  ) -> JSONWriter {
    var writer = JSONWriter(brokenDepth: brokenDepth)
    writer.object { writer in
      writer.member("before", count)
      writer.key("array")
      array(&writer) { writer, places in
        for place in places {
          for number in 0..<(place % 3) { writer.element { $0.array([place, number]) { $0.number($1) } } }
        }
      }
      writer.member("after", true)
    }
    writer.endLine()
    return writer
  }

  @Test(arguments: [0, 1, 2, 3, 7, 64, 1_000], 1...8)
  func `an array in pieces is the same as one at a time`(count: Int, threads: Int) {
    for brokenDepth in 0...3 {
      let whole = document(count, brokenDepth: brokenDepth) { writer, body in
        writer.array((0..<count).flatMap { place in (0..<(place % 3)).map { [place, $0] } }) { writer, numbers in
          writer.array(numbers) { $0.number($1) }
        }
      }
      for length in [1, 2, 5, 100] {
        var pieces: [[UInt8]] = []
        var rest = document(count, brokenDepth: brokenDepth) { writer, body in
          writer.array(count, inPiecesOf: length, threads: threads, to: { pieces.append($0) }, onAllCores: body)
        }
        rest.flush { pieces.append($0) }
        #expect(rest.bytes == [])
        #expect(Array(pieces.joined()) == whole.bytes)
        // What stands before and behind the array are pieces too; and of some places there is nothing.
        #expect(pieces.count <= 2 + (count + length - 1) / length)
        #expect(pieces.count >= 2 + count / (3 * length))
      }
    }
  }

  @Test func `a piece is taken before more is written than some pieces hold`() {
    let written = Locked(0)
    var (taken, most) = (0, 0)
    var writer = JSONWriter(brokenDepth: 0)
    writer.array(
      1_000, inPiecesOf: 1, threads: 2,
      to: { _ in
        most = max(most, written.withLock { $0 } - taken)
        taken += 1
      },
      onAllCores: { writer, places in
        for place in places { writer.element { $0.number(place) } }
        written.withLock { $0 += 1 }
      })
    #expect(taken == 1_001)
    #expect(most <= 16)
  }
}
