import SprintSource

extension Carrier {
  /// The whole document lies inside a code fence, as when an answer was copied with its wrapping.
  package static let outerFence = Carrier(.outerFence) { OuterFence($0)?.damage }
}

/// A fence around a whole document.
///
/// A reader of CommonMark takes such a document for one code block or, where the document has
/// blocks of its own, for a string of pieces: the first fence inside closes the outer one, what was
/// code becomes text and text becomes code, and the last line opens a block that nothing closes.
private struct OuterFence {
  private let file: SourceFile
  /// The line of the opening fence.
  private let opener: Int
  /// The line of the closing fence; nil where the text was cut off before it.
  private let closer: Int?
  /// How the fences pair once the outer ones are off.
  private let inside: FencePairing
  private let proof: Proof

  private enum Proof {
    /// The first block reaches from the first line to the last.
    case wholeDocument
    /// With the outer fence on, a block stays open and others are swallowed; with it off, all pair.
    case pairing(closedBy: Int)
    /// Both readings pair; but with the fence on, no heading is left outside code.
    case headingsOnly
  }

  init?(_ file: SourceFile) {
    let lines = 1...file.lines.lineCount
    guard let opener = lines.first(where: { !file.content(ofLine: $0).isBlankLine }),
      let fence = FenceLine(file.content(ofLine: opener)),
      let isNamed = Self.namesMarkdown(fence.info),
      let last = lines.last(where: { !file.content(ofLine: $0).isBlankLine }), last > opener
    else { return nil }

    let asItStands = FencePairing(of: opener...last, in: file)
    let isClosed = FenceLine(file.content(ofLine: last))?.closes(fence) == true
    let inside = FencePairing(of: (opener + 1)..<(isClosed ? last : last + 1), in: file)
    guard Self.isDocument(inside, isNamed: isNamed, from: opener + 1, in: file) else { return nil }

    switch asItStands.first?.closer {
    case nil, last:
      // Without a closing fence only its info string tells the document from a forgotten fence.
      guard isClosed || isNamed else { return nil }
      proof = .wholeDocument
    case .some(let middle):
      guard isClosed, inside.isClean else { return nil }
      if asItStands.unclosed == last {
        proof = .pairing(closedBy: middle)
      } else if isNamed, asItStands.isClean, asItStands.headings == 0, inside.headings > 1 {
        proof = .headingsOnly
      } else {
        return nil
      }
    }
    self.file = file
    self.opener = opener
    self.closer = isClosed ? last : nil
    self.inside = inside
  }

  /// Whether an info string says that the block is Markdown; nil where it says something else.
  private static func namesMarkdown(_ info: Bytes) -> Bool? {
    if info.isEmpty { return false }
    let word = Bytes(info.map(\.lowercased))
    return word.equals("markdown") || word.equals("md") ? true : nil
  }

  /// Whether the lines inside the fence are a Markdown document and no sample of some code.
  private static func isDocument(_ inside: FencePairing, isNamed: Bool, from line: Int, in file: SourceFile) -> Bool {
    guard inside.headings > 0 else { return isNamed && startsWithFrontMatter(from: line, in: file) }
    if isNamed { return true }
    // `#` begins a comment in many languages.
    let start = (line...file.lines.lineCount).first { !file.content(ofLine: $0).isBlankLine }
    guard let start, inside.items > 0, inside.subheadings > 0 else { return false }
    return file.content(ofLine: start).headingLevel != nil || startsWithFrontMatter(from: line, in: file)
  }

  private static func startsWithFrontMatter(from line: Int, in file: SourceFile) -> Bool {
    let lines = (line...max(line, file.lines.lineCount)).lazy.map { file.content(ofLine: $0) }
    let content = lines.drop(while: \.isBlankLine)
    guard let rule = content.first, rule.trimmed.equals("---") else { return false }
    return content.dropFirst().first?.contains(UInt8(ascii: ":")) == true
      && content.dropFirst(2).contains { $0.trimmed.equals("---") }
  }

  var damage: Damage {
    let text = file.content(ofLine: opener)
    let marker = text.range
    // Blank lines around the opening fence go with it: a front matter must be what comes first.
    var first = opener + 1
    while first < file.lines.lineCount, file.content(ofLine: first).isBlankLine { first += 1 }
    let start = file.lines.range(ofLine: first)?.lower ?? marker.upper
    var edits = [TextEdit(ByteRange(file.contentStart, start), "")]
    if let closer, let range = file.lines.range(ofLine: closer) { edits.append(TextEdit(range, "")) }
    return Damage(edits: edits, isCertain: isCertain, range: marker, evidence: evidence)
  }

  private var isCertain: Bool {
    if case .headingsOnly = proof { false } else { true }
  }

  private var evidence: String {
    let headings = Damage.counted(inside.headings, "heading")
    switch proof {
    case .wholeDocument:
      return "the code block that it opens is the whole document, with \(headings)"
    case .pairing(let middle):
      let blocks = inside.blocks == 1 ? "the code block inside is" : "all \(inside.blocks) code blocks inside are"
      return "line \(middle) closes it and the last line opens a block that never ends; without it \(blocks) closed"
    case .headingsOnly:
      return "with it no heading stands outside code, without it \(inside.headings) do"
    }
  }
}
