import SprintMarkdown
import SprintModel
import SprintSource

/// Finds the comments that are addressed to the linter: `<!-- sprintmark-disable-line SM304: reason -->`.
enum SuppressionReader {
  /// All such comments outside code, in the order of the file.
  static func comments(in file: SourceFile) -> [SuppressionComment] {
    let text = file.text[...]
    var comments: [SuppressionComment] = []
    var code = CodeFinder(file)
    var index = text.startIndex
    while let open = text.firstRange(of: opening, from: index) {
      index = open.upperBound
      let word = text[index...].drop(while: \.isSpace)
      guard word.starts(with: prefix), !code.isCode(at: open.lowerBound) else { continue }
      guard let close = text.firstRange(of: closing, from: word.startIndex) else { return comments }
      let body = word[..<close.lowerBound].dropFirst(prefix.count)
      comments.append(comment(body, at: ByteRange(open.lowerBound, close.upperBound)))
      index = close.upperBound
    }
    return comments
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
    let reason = end.map { rest[($0 + 1)...].trimmed }.flatMap { $0.isEmpty ? nil : Located($0) }
    return SuppressionComment(
      word: Located(word), rules: rules.map { Located($0) }, reason: reason, range: range)
  }

  private static let opening = Array("<!--".utf8)[...]
  private static let closing = Array("-->".utf8)[...]
  private static let prefix = Array("sprintmark-".utf8)
  private static let colon = UInt8(ascii: ":")
}
