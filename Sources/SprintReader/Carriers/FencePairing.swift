import SprintSource

/// How the code fences of some lines pair, and what stands outside the blocks that they make.
struct FencePairing {
  /// The line of the first fence and of the one that closes it, or nil for one that is never closed.
  private(set) var first: (opener: Int, closer: Int?)?
  /// The line that began a block which nothing closes.
  private(set) var unclosed: Int?
  /// Fences with an info string that lie inside another block and open none.
  private(set) var swallowed = 0
  private(set) var blocks = 0
  /// ATX headings outside code.
  private(set) var headings = 0
  /// Of these, headings of the second level and below.
  private(set) var subheadings = 0
  /// Bullets and table rows outside code.
  private(set) var items = 0

  init(of lines: some Sequence<Int>, in file: SourceFile) {
    var opener: FenceLine?
    for line in lines {
      let text = file.content(ofLine: line)
      let fence = FenceLine(text)
      if let open = opener {
        guard let fence else { continue }
        if fence.closes(open) {
          if first?.opener == unclosed { first?.closer = line }
          (opener, unclosed) = (nil, nil)
        } else if fence.isSwallowed(by: open) {
          swallowed += 1
        }
      } else if let fence {
        (opener, unclosed) = (fence, line)
        if first == nil { first = (line, nil) }
        blocks += 1
      } else {
        count(text)
      }
    }
  }

  /// Every fence opens or closes a block, and every block is closed.
  var isClean: Bool { unclosed == nil && swallowed == 0 }

  private mutating func count(_ line: Bytes) {
    if let level = line.headingLevel {
      headings += 1
      if level > 1 { subheadings += 1 }
    } else if let start = line.trimmed.first, line.count > 1 {
      if start == UInt8(ascii: "|") || start == UInt8(ascii: "-") || start == UInt8(ascii: "*") { items += 1 }
    }
  }
}
