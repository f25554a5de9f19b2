package import SprintSource

/// What a task is called.
package struct TaskID: Hashable, Sendable {
  /// As declared, without what Markdown puts around it; most often a slice of the file that declares it.
  package let bytes: Bytes
  /// Whether the id means the same in every file: two or more upper-case segments, one of them a
  /// number (`DEVOPS-OBS-55-001`). A short id (`A1`) belongs to its sprint.
  package let isGlobal: Bool

  package init(_ text: Bytes) {
    bytes = text
    isGlobal = Self.isGlobal(text.span)
  }

  package init(_ text: String) { self.init(Bytes(text)) }

  /// An id that is known to mean the same in every file.
  package init(global text: Bytes) {
    bytes = text
    isGlobal = true
  }

  /// As a string, which is made anew each time.
  package var text: String { bytes.string }

  /// The parts between hyphens.
  package var segments: [Substring] { text.split(separator: "-", omittingEmptySubsequences: false) }

  /// The number of digits of the last segment that is a number; nil where none is.
  package var lastNumberLength: Int? {
    var digits = 0
    var isNumber = true
    for byte in bytes.reversed() {
      if byte == UInt8(ascii: "-") {
        if isNumber { return digits }
        (digits, isNumber) = (0, true)
      } else {
        digits += 1
        isNumber = isNumber && byte.isDigit
      }
    }
    return isNumber ? digits : nil
  }

  /// What the task is called outside the sprint with this slug.
  package func name(in slug: String) -> Bytes { isGlobal ? bytes : Bytes("\(slug)#\(text)") }

  /// Whether a text, by its bytes, is an id that means the same in every file.
  package static func isGlobal(_ text: Span<UInt8>) -> Bool {
    var segments = 1
    var isNumber = true
    var isEmpty = true
    var hasNumber = false
    var hasWord = false
    for index in text.indices {
      let byte = text[index]
      if byte.isDigit {
        isEmpty = false
        continue
      }
      if byte.isUpper {
        isEmpty = false
        isNumber = false
        continue
      }
      switch byte {
      case UInt8(ascii: "-"):
        guard !isEmpty else { return false }
        hasNumber = hasNumber || isNumber
        hasWord = hasWord || !isNumber
        segments += 1
        isNumber = true
        isEmpty = true
      case UInt8(ascii: "."):
        // `355.04` is a number too.
        guard !isEmpty else { return false }
      case UInt8(ascii: "_"):
        isEmpty = false
        isNumber = false
      default:
        return false
      }
    }
    return segments > 1 && !isEmpty && (hasNumber || isNumber) && (hasWord || !isNumber)
  }
}

extension TaskID: CustomStringConvertible {
  package var description: String { text }
}
