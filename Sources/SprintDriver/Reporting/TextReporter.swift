import SprintEmitters
import SprintLinker
package import SprintSource

/// Shows findings to people: each with its line, a mark under the place, the evidence and what to do.
package struct TextReporter: Sendable {
  private let files: [SourceFile]
  private let style: Style

  package init(_ files: [SourceFile], usesColour: Bool) {
    self.files = files
    style = Style(isOn: usesColour)
  }

  /// - Returns: UTF-8.
  package func report(_ diagnostics: [Diagnostic]) -> [UInt8] {
    let reports = Parallel.map(diagnostics.count) { report(diagnostics[$0]) }
    var text: [UInt8] = []
    text.reserveCapacity(reports.reduce(0) { $0 + $1.count + 1 })
    for (place, report) in reports.enumerated() {
      if place > 0 { text += "\n".utf8 }
      text += report
    }
    return text
  }

  private func report(_ diagnostic: Diagnostic) -> [UInt8] {
    let file = files[diagnostic.location.file]
    let range = diagnostic.location.range
    let position = range.map { file.position(onDisk: $0.lower) }
    var text = Text()
    text.add(style.bold("\(place(diagnostic.location)): "))
    text.add(
      style.colour(diagnostic.severity, "\(diagnostic.severity.label)[\(diagnostic.code) \(diagnostic.name)]"),
      style.bold(": \(Display.safe(diagnostic.message))"), "\n")
    var margin = 3
    if let range, let position {
      let number = String(position.line)
      margin = max(number.utf8.count, 2) + 1
      let excerpt = Excerpt(
        line: file.line(onDisk: range.lower), at: range.lower, length: length(of: range, in: file))
      let bar = style.faint("|")
      text.indent(margin)
      text.add(bar, "\n")
      text.indent(margin - 1 - number.utf8.count)
      text.add(style.faint("\(number) |"), " ", excerpt.text, "\n")
      text.indent(margin)
      text.add(bar, " ", excerpt.indent, style.colour(diagnostic.severity, excerpt.mark), "\n")
    }
    for note in diagnostic.notes {
      text.indent(margin)
      text.add("= ", Display.safe(note.message))
      if let location = note.location { text.add("  ", place(location, isShort: true)) }
      text.add("\n")
    }
    if let help = diagnostic.help {
      text.indent(margin)
      text.add("= ", style.bold("help:"), " ", Display.safe(help), "\n")
    }
    return text.bytes
  }

  /// The number of scalars that a range takes on its first line.
  private func length(of range: ByteRange, in file: SourceFile) -> Int {
    let (start, end) = file.positions(onDisk: range)
    return start.line == end.line ? end.column - start.column : .max
  }

  private func place(_ location: Location, isShort: Bool = false) -> String {
    let file = files[location.file]
    let path = Display.safe(file.path)
    guard let range = location.range else { return path }
    let position = file.position(onDisk: range.lower)
    return isShort ? "\(path):\(position.line)" : "\(path):\(position.line):\(position.column)"
  }
}

/// A text that is put together from many pieces, which is slow with strings.
private struct Text {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ pieces: String...) {
    for piece in pieces { bytes += piece.utf8 }
  }

  mutating func indent(_ count: Int) { bytes += repeatElement(UInt8(ascii: " "), count: count) }
}

extension Severity {
  /// As reports name it.
  package var label: String { self == .information ? "info" : rawValue }
}

/// Escape sequences for a terminal, or nothing.
struct Style: Sendable {
  let isOn: Bool

  func bold(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { isOn ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  func colour(_ severity: Severity, _ text: String) -> String {
    let code = severity == .error ? "31" : severity == .warning ? "33" : "36"
    return isOn ? "\u{1B}[1;\(code)m\(text)\u{1B}[0m" : text
  }
}
