package import SprintSource

/// A line of a file with a mark under a part of it, cut to a width that can be read.
package struct Excerpt: Sendable {
  package let text: String
  /// Blanks, as wide as what stands before the mark.
  package let indent: String
  package let mark: String

  /// Cuts a line to about `width` columns.
  ///
  /// The part begins at a `column`, counted from 1 in scalars, and takes `length` scalars; what goes on beyond the
  /// line ends with it.
  package init(line: Bytes, column: Int, length: Int, width: Int = 100) {
    let safe = Display.safe(line.string).unicodeScalars
    let scalars = Array(safe)
    let start = min(column - 1, scalars.count)
    let end = min(start + max(min(length, scalars.count), 1), max(scalars.count, start + 1))
    var first = 0
    // The part is shown with what stands before it, as far as there is room.
    if end > width { first = max(0, min(start - width / 3, scalars.count - width)) }
    let last = min(scalars.count, first + width)
    let lead = first > 0 ? "… " : ""
    func string(_ part: Range<Int>) -> String {
      String(safe.dropFirst(part.lowerBound).prefix(part.count))
    }
    func columns(_ part: Range<Int>) -> Int {
      scalars[part.clamped(to: 0..<scalars.count)].reduce(0) { $0 + ($1.isASCII ? 1 : DisplayWidth.of($1)) }
    }
    text = lead + string(first..<last) + (last < scalars.count ? " …" : "")
    indent = String(repeating: " ", count: lead.unicodeScalars.count + columns(first..<start))
    mark = String(repeating: "^", count: max(1, columns(start..<min(end, max(last, start)))))
  }
}
