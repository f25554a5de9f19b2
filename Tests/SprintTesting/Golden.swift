import Foundation

/// Expected outputs in files: a test compares what it got with what lies there.
///
/// With `RECORD=1` in the environment the file is written instead; what it then holds is to be read
/// line by line before it is committed.
package enum Golden {
  /// Compares what a test got with a file of the fixtures, whose path is below ``Places/fixtures``.
  ///
  /// - Returns: the first difference; nil where there is none.
  package static func difference(from path: String, got bytes: [UInt8]) -> String? {
    let file = URL(fileURLWithPath: Places.fixtures + "/" + path)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      do {
        try Data(bytes).write(to: file)
        return nil
      } catch {
        return "\(path) cannot be written: \(error)"
      }
    }
    guard let data = try? Data(contentsOf: file) else { return "\(path) is missing; make it with RECORD=1" }
    return difference(Array(data), bytes).map { "\(path):\($0)" }
  }

  /// The first line in which two texts differ.
  private static func difference(_ expected: [UInt8], _ got: [UInt8]) -> String? {
    guard expected != got else { return nil }
    let (expected, got) = (lines(expected), lines(got))
    let line = zip(expected, got).prefix { $0 == $1 }.count
    func text(_ lines: [Substring]) -> Substring { line < lines.count ? lines[line] : "(the end)" }
    return "\(line + 1): expected\n\(text(expected))\ngot\n\(text(got))"
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
