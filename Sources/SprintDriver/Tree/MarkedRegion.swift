package import SprintSource

/// The part of a document that is generated: what stands from one marker to the other.
package struct MarkedRegion: Sendable, Equatable {
  /// With the markers, without the line end after the last.
  package let range: ByteRange
  /// The line of the first.
  package let marker: ByteRange
  /// What the first marker bears: a line for each input, its path and its digest.
  package let inputs: [Input]
  /// What stands between the markers.
  package let body: ByteRange

  package struct Input: Sendable, Hashable {
    package let path: String
    package let digest: String
  }

  private static let begin = "<!-- sprintmark:begin"
  private static let end = "<!-- sprintmark:end"

  /// Finds the region of a document; nil where it has no marker.
  ///
  /// A marker begins a line; what stands in a code fence outside the region is none.
  /// - Throws: `ConfigurationError` for markers that are nested, left open, or there twice.
  package static func find(in file: SourceFile) throws(ConfigurationError) -> MarkedRegion? {
    let text = Bytes(file.text)
    var found: MarkedRegion?
    var open: (range: ByteRange, comment: ByteRange)?
    var fence: Bytes?
    var offset = 0
    for number in 1...file.lines.lineCount {
      guard let range = file.lines.range(ofLine: number), range.lower >= offset else { continue }
      let line = text.at(range).trimmed
      if let opening = fence {
        if line.count >= opening.count, line.allSatisfy({ $0 == opening.first }) { fence = nil }
        if open == nil { continue }
      } else if let opening = fenceOpening(line) {
        fence = opening
      }
      let place = line.range
      if line.hasPrefix(begin, at: line.startIndex) {
        if let open {
          throw problem(
            file, "a region begins inside another", at: place, note: Located("the other begins here", at: open.range),
            help: "put `<!-- sprintmark:end -->` before it, or remove one of the two")
        }
        if let found {
          throw problem(
            file, "a second region begins here", at: place, note: Located("the first begins here", at: found.range),
            help: "keep one of the two")
        }
        guard let close = text.firstRange(of: Bytes("-->"), from: place.lower)?.upperBound else {
          throw problem(file, "this comment is never closed", at: place, help: "end it with `-->`")
        }
        open = (place, ByteRange(place.lower, close))
        offset = close
      } else if line.hasPrefix(end, at: line.startIndex) {
        guard let start = open else {
          throw problem(
            file, "a region ends here that has not begun", at: place,
            help: "put `<!-- sprintmark:begin tree -->` where it is to begin")
        }
        guard let close = line.firstRange(of: Bytes("-->"), from: place.lower)?.upperBound else {
          throw problem(file, "this comment is never closed", at: place, help: "end it with `-->`")
        }
        found = MarkedRegion(
          range: ByteRange(start.range.lower, close), marker: start.range, inputs: inputs(in: text.at(start.comment)),
          body: ByteRange(start.comment.upper, place.lower))
        open = nil
        fence = nil
      }
    }
    if let open {
      throw problem(
        file, "this region is never ended", at: open.range, help: "put `<!-- sprintmark:end -->` where it is to end")
    }
    return found
  }

  private static func problem(
    _ file: SourceFile, _ message: String, at range: ByteRange, note: Located<String>? = nil, help: String
  ) -> ConfigurationError {
    .invalid(file, [ConfigurationProblem(message, at: range, note: note, help: help)])
  }

  /// The backticks or tildes with which a line opens a code fence.
  private static func fenceOpening(_ line: Bytes) -> Bytes? {
    guard let first = line.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
    let mark = line.prefix { $0 == first }
    return mark.count >= 3 && !(first == UInt8(ascii: "`") && line[mark.endIndex...].contains(first)) ? mark : nil
  }

  private static func inputs(in comment: Bytes) -> [Input] {
    comment.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst().compactMap { line in
      let line = line.trimmed.string
      guard let blank = line.lastIndex(of: " ") else { return nil }
      return Input(path: String(line[..<blank]), digest: String(line[line.index(after: blank)...]))
    }
  }
}
