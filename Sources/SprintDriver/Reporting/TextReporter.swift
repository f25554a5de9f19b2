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

  package func report(_ diagnostics: [Diagnostic]) -> String {
    Parallel.map(diagnostics.count) { report(diagnostics[$0]) }.joined(separator: "\n")
  }

  private func report(_ diagnostic: Diagnostic) -> String {
    let file = files[diagnostic.location.file]
    let range = diagnostic.location.range
    let position = range.map { file.position(onDisk: $0.lower) }
    let rule = "\(diagnostic.severity.label)[\(diagnostic.code) \(diagnostic.name)]"
    var text = style.bold("\(place(diagnostic.location)): ")
    text += style.colour(diagnostic.severity, rule) + style.bold(": \(Display.safe(diagnostic.message))") + "\n"
    var margin = "   "
    if let range, let position {
      let number = String(position.line)
      margin = String(repeating: " ", count: max(number.count, 2) + 1)
      let excerpt = Excerpt(
        line: file.line(onDisk: range.lower), at: range.lower, length: length(of: range, in: file))
      let bar = style.faint("|")
      text += "\(margin)\(bar)\n"
      text += String(repeating: " ", count: margin.count - 1 - number.count) + style.faint("\(number) |")
      text += " \(excerpt.text)\n"
      text += "\(margin)\(bar) \(excerpt.indent)\(style.colour(diagnostic.severity, excerpt.mark))\n"
    }
    for note in diagnostic.notes {
      let location = note.location.map { "  \(place($0, isShort: true))" } ?? ""
      text += "\(margin)= \(Display.safe(note.message))\(location)\n"
    }
    if let help = diagnostic.help { text += "\(margin)= \(style.bold("help:")) \(Display.safe(help))\n" }
    return text
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
