import SprintSource

/// Finds the byte at which the n-th character of a text begins.
///
/// libyaml counts its places in characters. It asks for them nearly in order, so walking on from the last answer keeps
/// the whole linear without a table of offsets.
struct CharacterCursor {
  private let text: Bytes
  private var character = 0
  private var offset: Int

  init(_ text: Bytes) {
    self.text = text
    offset = text.startIndex
  }

  /// The offset, in the indices of the text, of a character counted from 0; the end of the text for one past it.
  mutating func offset(ofCharacter target: Int) -> Int {
    while character < target, offset < text.endIndex {
      repeat { offset += 1 } while isInsideCharacter
      character += 1
    }
    while character > target, offset > text.startIndex {
      repeat { offset -= 1 } while isInsideCharacter
      character -= 1
    }
    return offset
  }

  /// Whether the byte at the offset continues the character before it.
  private var isInsideCharacter: Bool {
    offset > text.startIndex && offset < text.endIndex && text[offset] & 0xC0 == 0x80
  }
}
