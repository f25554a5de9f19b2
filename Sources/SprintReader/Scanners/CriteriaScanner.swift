import SprintMarkdown
import SprintModel
import SprintSource

/// Reads criteria out of a cell: parts at line breaks, each with or without a box.
enum CriteriaScanner {
  static func criteria(in cell: Bytes) -> [Criterion] {
    var criteria: [Criterion] = []
    var rest = cell
    while !rest.isEmpty {
      let end = rest.firstRange(of: Bytes("<br"), from: rest.startIndex)
      if let criterion = criterion(rest[..<(end?.lowerBound ?? rest.endIndex)]) { criteria.append(criterion) }
      guard let end, let close = rest.firstIndex(of: UInt8(ascii: ">"), from: end.upperBound) else { break }
      rest = rest[(close + 1)...]
    }
    return criteria
  }

  /// One criterion: `[x] Works.`, or a text without a box, which is not done.
  static func criterion(_ text: Bytes) -> Criterion? {
    var text = text.trimmed
    var isDone = false
    if text.count >= 3, text.first == UInt8(ascii: "["), text[text.startIndex + 2] == UInt8(ascii: "]") {
      isDone = text[text.startIndex + 1].lowercased == UInt8(ascii: "x")
      text = text.dropFirst(3).trimmed
    }
    return text.firstLetter != nil ? Criterion(LocatedText(text), isDone: isDone) : nil
  }
}
