import SprintSource

/// A line of a `.gitignore` (gitignore(5)).
///
/// Where git takes bytes for characters, this does not: `?` stands for an `é` as well.
struct IgnorePattern: Sendable {
  private let glob: Glob
  /// Whether what fits is not ignored after all.
  let isNegated: Bool
  private let isForFolders: Bool

  /// Nil for a line that is empty or a comment, and for a pattern that fits nothing.
  init?(_ line: some Sequence<UInt8>) {
    var line = Self.withoutBlanksAtEnd(Array(line))
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    isNegated = first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    isForFolders = line.last == UInt8(ascii: "/")
    if isForFolders { line.removeLast() }
    var text = FileName.text(line)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    // The slash at the beginning is no part; paths have neither empty ones nor a `.`.
    let names = parts.count > 1 && parts.first == "" ? parts.dropFirst() : parts[...]
    guard !names.contains(""), !names.contains(".") else { return nil }
    // All that is in a folder, but not the folder.
    if names.last == "**", parts.count > 1 { text += "/*" }
    guard let glob = try? Glob(text) else { return nil }
    self.glob = glob
  }

  /// The patterns of a file, in their order.
  static func all(in text: [UInt8]) -> [IgnorePattern] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let lines = text.dropFirst(text.starts(with: mark) ? mark.count : 0).split(separator: UInt8(ascii: "\n"))
    return lines.compactMap { IgnorePattern($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0) }
  }

  /// Whether an entry fits, given by its path from the folder of the file.
  func matches(_ names: ArraySlice<Substring>, isFolder: Bool) -> Bool {
    (isFolder || !isForFolders) && glob.matches(names)
  }

  /// Without the blanks at the end that have no `\` before them.
  private static func withoutBlanksAtEnd(_ line: [UInt8]) -> ArraySlice<UInt8> {
    var end = 0
    var isEscaped = false
    for (index, byte) in line.enumerated() {
      if isEscaped || byte != UInt8(ascii: " ") { end = index + 1 }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return line[..<end]
  }
}
