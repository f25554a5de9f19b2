import SprintSource

/// Writes what changes in a file in the unified format (POSIX.1-2017, *diff*, `-U`), as `git apply` reads it.
package enum UnifiedDiff {
  /// Lines around a change that are shown with it.
  private static let context = 3

  /// The difference of a file, whose path is relative to where the patch is applied; empty where there is none.
  package static func patch(from before: [UInt8], to after: [UInt8], path: String) -> [UInt8] {
    let old = lines(of: before)
    let new = lines(of: after)
    let hunks = hunks(LineDifference(from: old, to: new).common, old.count, new.count)
    guard !hunks.isEmpty else { return [] }
    var patch = Array("--- \(name("a/" + path))\n+++ \(name("b/" + path))\n".utf8)
    for hunk in hunks {
      patch += Array("@@ -\(place(hunk.old)) +\(place(hunk.new)) @@\n".utf8)
      for line in hunk.lines(old.count, new.count) {
        switch line {
        case .kept(let place): append(" ", old[place], to: &patch)
        case .removed(let place): append("-", old[place], to: &patch)
        case .added(let place): append("+", new[place], to: &patch)
        }
      }
    }
    return patch
  }

  /// Lines with their line feeds; a carriage return before one belongs to the line.
  private static func lines(of text: [UInt8]) -> [Bytes] {
    var lines: [Bytes] = []
    var start = 0
    let text = Bytes(text)
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  private static func append(_ mark: Unicode.Scalar, _ line: Bytes, to patch: inout [UInt8]) {
    patch.append(UInt8(ascii: mark))
    patch += line
    if line.last != 0x0A { patch += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// The first line, counted from 1, and the number of lines; of no lines, the line before them.
  private static func place(_ lines: Range<Int>) -> String {
    if lines.count == 1 { return "\(lines.lowerBound + 1)" }
    return "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }

  /// A name as git writes it: in quotes where it has bytes that are none of a plain name.
  private static func name(_ path: String) -> String {
    func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C }
    let bytes = FileName.bytes(path)
    guard !bytes.allSatisfy(isPlain) else { return path }
    var quoted = "\""
    for byte in bytes {
      if isPlain(byte) {
        quoted.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte == 0x22 || byte == 0x5C {
        quoted += "\\\(Unicode.Scalar(byte))"
      } else {
        let digits = String(byte, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }
    }
    return quoted + "\""
  }

  // MARK: Hunks

  /// Changes that stand near each other, with the lines around them.
  private struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
    /// The places of the lines in it that are in both texts.
    var common: [(old: Int, new: Int)]

    enum Line {
      case kept(Int), removed(Int), added(Int)
    }

    /// The lines in order; of a change, those that go before those that come.
    func lines(_ oldCount: Int, _ newCount: Int) -> [Line] {
      var lines: [Line] = []
      var (nextOld, nextNew) = (old.lowerBound, new.lowerBound)
      for (old, new) in common + [(self.old.upperBound, self.new.upperBound)] {
        lines += (nextOld..<old).map(Line.removed) + (nextNew..<new).map(Line.added)
        if old < self.old.upperBound { lines.append(.kept(old)) }
        (nextOld, nextNew) = (old + 1, new + 1)
      }
      return lines
    }
  }

  private static func hunks(_ common: [(old: Int, new: Int)], _ oldCount: Int, _ newCount: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    // The run of common lines since the last change.
    var run: [(old: Int, new: Int)] = []
    var (nextOld, nextNew) = (0, 0)
    func change(upTo old: Int, _ new: Int) {
      guard nextOld < old || nextNew < new else { return }
      if hunks.isEmpty || run.count > 2 * context {
        close()
        let lead = Array(run.suffix(context))
        hunks.append(
          Hunk(
            old: (lead.first?.old ?? nextOld)..<old, new: (lead.first?.new ?? nextNew)..<new, common: lead))
      } else {
        hunks[hunks.count - 1].common += run
        hunks[hunks.count - 1].old = hunks[hunks.count - 1].old.lowerBound..<old
        hunks[hunks.count - 1].new = hunks[hunks.count - 1].new.lowerBound..<new
      }
      run = []
    }
    /// Ends the last hunk with the first lines of the run.
    func close() {
      guard let last = hunks.indices.last else { return }
      for line in run.prefix(context) {
        hunks[last].common.append(line)
        hunks[last].old = hunks[last].old.lowerBound..<(line.old + 1)
        hunks[last].new = hunks[last].new.lowerBound..<(line.new + 1)
      }
    }
    for (old, new) in common {
      change(upTo: old, new)
      run.append((old, new))
      (nextOld, nextNew) = (old + 1, new + 1)
    }
    change(upTo: oldCount, newCount)
    close()
    return hunks
  }
}
