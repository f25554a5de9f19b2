package import SprintSource

/// A line that opens or closes a fenced code block (CommonMark 0.29 §4.5).
package struct FenceLine {
  private let mark: UInt8
  private let length: Int
  /// The info string; empty for a bare fence.
  let info: Bytes

  /// Reads a line without its line end; nil where it is no fence.
  package init?(_ line: Bytes) {
    var index = line.startIndex
    while index < line.endIndex, line[index] == UInt8(ascii: " "), index - line.startIndex < 4 { index += 1 }
    guard index < line.endIndex, index - line.startIndex < 4 else { return nil }
    mark = line[index]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let start = index
    while index < line.endIndex, line[index] == mark { index += 1 }
    length = index - start
    info = line[index...].trimmed
    // Backticks further on make it a code span, not a fence.
    guard length >= 3, mark == UInt8(ascii: "~") || !info.contains(mark) else { return nil }
  }

  package func closes(_ opener: FenceLine) -> Bool {
    mark == opener.mark && length >= opener.length && info.isEmpty
  }

  /// Inside the block that `opener` began, a fence with an info string that was meant to open one of its own.
  func isSwallowed(by opener: FenceLine) -> Bool {
    mark == opener.mark && length >= opener.length && !info.isEmpty
  }
}
