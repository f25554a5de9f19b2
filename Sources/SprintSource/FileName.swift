/// Names of files, which are bytes, as texts.
///
/// To the system a name is made of any bytes but NUL and `/`; nothing says that they are UTF-8. A byte that is not stands
/// in the text as U+10FF00 plus its value, a character for private use, so that the text leads back to the bytes. What
/// such a character is made of is taken apart in the same way: no two names have one text.
package enum FileName {
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    if !bytes.contains(lead), let text = String(validating: bytes, as: UTF8.self) { return text }
    let bytes = Bytes(Array(bytes))
    var text = ""
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if let length = bytes.wellFormedLength(at: index) {
        let scalars = bytes[index..<index + length].string.unicodeScalars
        if !scalars.contains(where: isByte) {
          text.unicodeScalars.append(contentsOf: scalars)
          index += length
          continue
        }
      }
      if let scalar = Unicode.Scalar(base + UInt32(bytes[index])) { text.unicodeScalars.append(scalar) }
      index += 1
    }
    return text
  }

  package static func bytes(_ text: String) -> [UInt8] {
    guard text.utf8.contains(lead) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap {
      isByte($0) ? [UInt8(truncatingIfNeeded: $0.value)] : Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Whether a character of such a text stands for a byte that is no UTF-8.
  package static func isByte(_ scalar: Unicode.Scalar) -> Bool { (base + 0x80...base + 0xFF).contains(scalar.value) }

  private static let base: UInt32 = 0x10FF00
  /// What characters from U+100000 on begin with.
  fileprivate static let lead: UInt8 = 0xF4
}

extension String {
  /// The name, or path, as the system takes it: its bytes, and a NUL.
  package var onDisk: [CChar] {
    guard utf8.contains(FileName.lead) else { return Array(utf8CString) }
    return FileName.bytes(self).map { CChar(bitPattern: $0) } + [0]
  }
}
