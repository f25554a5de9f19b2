import SprintMarkdown
import SprintModel
import SprintSource

/// Reads a list of folders or files: `` `src/a`, `src/b` ``, `ops/devops (and its subfolders)`.
enum PathScanner {
  static func paths(in text: Bytes) -> [LocatedText] {
    let code = CodeSpans(in: text).ranges
    if !code.isEmpty {
      return code.map { Inline.unwrapped(text.at($0)) }.filter { !$0.contains(UInt8(ascii: " ")) }.map {
        LocatedText($0)
      }
    }
    let outside = text.prefix { $0 != UInt8(ascii: "(") }
    return outside.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
      .map { Inline.unwrapped($0) }
      .compactMap { part in
        // Prose names no folder: a path is one word, and what follows it a remark.
        let word = part.prefix { !$0.isSpace }.trimmingSuffix { $0 == UInt8(ascii: ".") }
        return word.contains { $0.isWord } && (word.count == part.count || word.contains(UInt8(ascii: "/")))
          ? LocatedText(word) : nil
      }
  }
}
