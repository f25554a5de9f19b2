package import SprintSource

/// A line of a file with a mark under a part of it, cut to a width that can be read.
package struct Excerpt: Sendable {
  package let text: String
  /// Blanks, as wide as what stands before the mark.
  package let indent: String
  package let mark: String

  /// Cuts a line to about `width` columns.
  ///
  /// The part begins at an `offset`, an index of the line, and takes `length` scalars; what goes on beyond the
  /// line ends with it.
  package init(line: Bytes, at offset: Int, length: Int, width: Int = 100) {
    // What can be shown lies near, however long the line is.
    let near = Self.near(offset, in: line, reach: 2 * width)
    let safe = Display.safe(near.string)
    // A text of ASCII is looked at by its bytes; what is shown instead of others takes more of them.
    let isASCII = near.firstNonASCII(from: near.startIndex) == nil && safe.utf8.count == near.count
    let scalars = isASCII ? [] : Array(safe.unicodeScalars)
    let count = scalars.isEmpty ? safe.utf8.count : scalars.count
    let start = min(
      near.scalarCount(from: near.startIndex, to: min(max(offset, near.startIndex), near.endIndex)), count)
    let end = min(start + max(min(length, count), 1), max(count, start + 1))
    var first = 0
    // The part is shown with what stands before it, as far as there is room.
    if end > width { first = max(0, min(start - width / 3, count - width)) }
    let last = min(count, first + width)
    let lead = first > 0 ? "… " : ""
    func byteCount(_ part: Range<Int>) -> Int {
      scalars.isEmpty ? part.count : scalars[part].reduce(0) { $0 + UTF8.width($1) }
    }
    func string(_ part: Range<Int>) -> Substring {
      let start = safe.utf8.index(safe.startIndex, offsetBy: byteCount(0..<part.lowerBound))
      return safe[start..<safe.utf8.index(start, offsetBy: byteCount(part))]
    }
    func columns(_ part: Range<Int>) -> Int {
      let part = part.clamped(to: 0..<count)
      return scalars.isEmpty ? part.count : scalars[part].reduce(0) { $0 + ($1.isASCII ? 1 : DisplayWidth.of($1)) }
    }
    text = lead + string(first..<last) + (last < count ? " …" : "")
    indent = String(repeating: UInt8(ascii: " "), count: lead.unicodeScalars.count + columns(first..<start))
    mark = String(repeating: UInt8(ascii: "^"), count: max(1, columns(start..<min(end, max(last, start)))))
  }

  /// The scalars before and after a place in a line, as many as `reach` of each.
  private static func near(_ offset: Int, in line: Bytes, reach: Int) -> Bytes {
    var lower = min(max(offset, line.startIndex), line.endIndex)
    var upper = lower
    for _ in 0..<reach {
      guard lower > line.startIndex else { break }
      lower -= line[lower - 1] < 0x80 ? 1 : line.scalar(before: lower)?.length ?? 1
    }
    for _ in 0..<reach {
      guard upper < line.endIndex else { break }
      upper += line.scalar(at: upper).length
    }
    return line[lower..<upper]
  }
}

extension String {
  /// A sign of ASCII many times over. (The standard library puts one string behind the other.)
  fileprivate init(repeating sign: UInt8, count: Int) {
    self.init(decoding: [UInt8](repeating: sign, count: count), as: UTF8.self)
  }
}
