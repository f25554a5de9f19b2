import SprintSource

/// How text from files is shown on a terminal.
package enum Display {
  /// A text without characters that a terminal would obey, or that nobody would see: controls are shown by their pictures
  /// (Unicode block *Control Pictures*), others by U+FFFD. There are as many characters as before.
  ///
  /// Some CI servers take `##[` and `##vso[` for the beginning of a command wherever they stand in a line: the second sign
  /// is shown in full width.
  package static func safe(_ text: String) -> String {
    let bytes = text.utf8.span
    var (isPlain, mayCommand) = (true, false)
    for index in bytes.indices {
      isPlain = isPlain && bytes[index] >= 0x20 && bytes[index] < 0x7F
      mayCommand = mayCommand || bytes[index] == UInt8(ascii: "#")
    }
    let plain = isPlain ? text : plain(text)
    return mayCommand ? plain.withoutCommands : plain
  }

  private static func plain(_ text: String) -> String {
    var previous: Unicode.Scalar = " "
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      defer { previous = scalar }
      return picture(of: scalar, behind: previous) == nil
    }
    guard !isPlain else { return text }
    var result = ""
    previous = " "
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(picture(of: scalar, behind: previous) ?? scalar)
      previous = scalar
    }
    return result
  }

  /// Several lines, whose ends stay.
  package static func safeLines(_ text: String) -> String {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { safe(String($0)) }.joined(separator: "\n")
  }

  private static func picture(of scalar: Unicode.Scalar, behind previous: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20..<0x7F: nil
    case 0x09: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    default: scalar.isHidden || FileName.isByte(scalar) || !scalar.joins(previous) ? "\u{FFFD}" : nil
    }
  }
}

extension String {
  fileprivate var withoutCommands: String {
    guard utf8.contains(UInt8(ascii: "[")) else { return self }
    return replacingBytes("##[", with: "#\u{FF03}[").replacingBytes("##vso[", with: "#\u{FF03}vso[")
  }
}
