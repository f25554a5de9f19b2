import SprintMarkdown
import SprintModel
import SprintSource

/// Finds the comments that are addressed to the linter: `<!-- sprintmark-disable-line SM304: reason -->`.
enum SuppressionReader {
  /// All such comments outside code, in the order of the file, which has the blocks.
  static func comments(in file: SourceFile, _ blocks: [Block]) -> [SuppressionComment] {
    let text = Bytes(file.text)
    var comments: [SuppressionComment] = []
    var code = CodeFinder(file)
    var index = text.startIndex
    var close = text.startIndex..<text.startIndex
    while let open = text.firstRange(of: opening, from: index) {
      index = open.upperBound
      let word = text[index...].drop(while: \.isSpace)
      guard word.starts(with: prefix), !code.isCode(at: open.lowerBound) else { continue }
      if close.lowerBound < word.startIndex {
        guard let next = text.firstRange(of: closing, from: word.startIndex) else { return comments }
        close = next
      }
      let body = word[..<close.lowerBound].dropFirst(prefix.count)
      // No comment has another's beginning in it (CommonMark 0.29 §6.10): the first is text.
      guard body.firstRange(of: opening, from: body.startIndex) == nil else { continue }
      let range = ByteRange(open.lowerBound, close.upperBound)
      guard !body.contains(0x0A) || isInOneBlock(range, blocks) else { continue }
      comments.append(comment(body, at: range))
      index = close.upperBound
    }
    return comments
  }

  /// Whether a comment ends in the block that it begins in: no comment goes on in another.
  private static func isInOneBlock(_ comment: ByteRange, _ blocks: [Block]) -> Bool {
    let place = blocks.partitionPoint { $0.range.upper <= comment.lower }
    guard place < blocks.count, blocks[place].range.lower <= comment.lower else { return true }
    guard blocks[place].range.contains(comment) else { return false }
    switch blocks[place] {
    case .quote(let quote): return isInOneBlock(comment, quote.blocks)
    case .list(let list):
      let item = list.items.partitionPoint { $0.range.upper <= comment.lower }
      guard item < list.items.count else { return true }
      return list.items[item].range.contains(comment) && isInOneBlock(comment, list.items[item].blocks)
    default: return true
    }
  }

  /// A comment of which `body` is what stands between `sprintmark-` and `-->`.
  private static func comment(_ body: Bytes, at range: ByteRange) -> SuppressionComment {
    // A pipe is a part of no name, and in a table blanks are put around it.
    let word = body.prefix { !$0.isSpace && $0 != colon && $0 != CellScanner.pipe }
    let rest = body[word.endIndex...]
    let end = rest.firstIndex(of: colon)
    let rules = rest[..<(end ?? rest.endIndex)].split {
      $0.isSpace || $0 == UInt8(ascii: ",") || $0 == CellScanner.pipe
    }
    let reason = end.map { rest[($0 + 1)...].trimmed }.flatMap { $0.isEmpty ? nil : LocatedText($0) }
    return SuppressionComment(
      word: LocatedText(word), rules: rules.map { LocatedText($0) }, reason: reason, range: range)
  }

  private static let opening = Bytes("<!--")
  private static let closing = Bytes("-->")
  private static let prefix = Array("sprintmark-".utf8)
  private static let colon = UInt8(ascii: ":")
}
