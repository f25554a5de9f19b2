package import SprintModel
package import SprintSource

/// A run of characters that can name a task: `DEVOPS-OBS-55-001`, `55-001`, `-002`, `A1`, `T2.1`.
package struct IDToken: Sendable, Hashable {
  package enum Kind: Sendable {
    /// The full form of an id: see ``TaskID/isGlobal``.
    case full
    /// Begins with a number, so that it can stand for the end of an id: `32-001`, `56-CI-001`, `002`.
    case partial
    /// A short id: one to four letters and a number, or a number with points.
    case short
  }

  package let kind: Kind
  /// With plain hyphens, whatever hyphens stand in the file.
  package let text: LocatedText

  package init(_ kind: Kind, _ text: LocatedText) {
    self.kind = kind
    self.text = text
  }

  package var range: ByteRange { text.range }

  /// Whether the token has more than one segment.
  package var isLong: Bool { text.bytes.contains(UInt8(ascii: "-")) }

  /// Whether the token ends in a number with as many digits as the last number of `id` has.
  package func isShaped(as id: TaskID) -> Bool {
    var digits = 0
    for byte in text.bytes.reversed() {
      if byte == UInt8(ascii: "-") { break }
      guard byte.isDigit else { return false }
      digits += 1
    }
    return digits > 0 && id.lastNumberLength == digits
  }

  /// The id that a token declares: of a list, where `id` is the one before it.
  package func id(after id: String?) -> TaskID {
    if kind == .full { return TaskID(global: text.bytes) }
    return id.map { TaskID(continuing($0)) } ?? TaskID(text.bytes)
  }

  /// The id that a token in a list stands for, where `id` is the one before it: the last segments of
  /// that are replaced.
  package func continuing(_ id: String) -> String {
    let text = text.bytes
    guard kind == .partial else { return text.string }
    let bytes = id.utf8.span
    var end = bytes.count
    for _ in 0...text.count(where: { $0 == UInt8(ascii: "-") }) {
      while end > 0, bytes[end - 1] != UInt8(ascii: "-") { end -= 1 }
      guard end > 0 else { return text.string }
      end -= 1
    }
    var continued = String(Substring(id.utf8.prefix(end + 1)))
    continued += text.string
    return continued
  }
}
