package import SprintSource

/// Why there is no configuration to go by.
package enum ConfigurationError: Error, Sendable, CustomStringConvertible {
  case unreadable(FileError)
  /// All that is wrong in a file, in the order of its places.
  case invalid(SourceFile, [ConfigurationProblem])

  /// What to tell people: each problem with its line, a mark under the place, and what to do.
  package func report(usesColour: Bool) -> String {
    switch self {
    case .unreadable(let error): "error: \(Display.safe(error.description))\n"
    case .invalid(let file, let problems):
      problems.map { Self.report($0, in: file, Style(isOn: usesColour)) }.joined(separator: "\n")
    }
  }

  package var description: String { report(usesColour: false) }

  private static func report(_ problem: ConfigurationProblem, in file: SourceFile, _ style: Style) -> String {
    let (start, end) = file.positions(of: problem.range)
    let path = Display.safe(file.path)
    let number = String(start.line)
    let margin = String(repeating: " ", count: max(number.count, 2) + 1)
    let excerpt = Excerpt(
      line: file.line(at: problem.range.lower), at: problem.range.lower,
      length: start.line == end.line ? end.column - start.column : .max)
    var lines = [
      style.bold("\(path):\(start.line):\(start.column): ") + style.colour(.error, "error")
        + style.bold(": \(Display.safe(problem.message))"),
      margin + style.faint("|"),
      String(repeating: " ", count: margin.count - 1 - number.count) + style.faint("\(number) |") + " \(excerpt.text)",
      margin + style.faint("|") + " \(excerpt.indent)" + style.colour(.error, excerpt.mark),
    ]
    if let note = problem.note {
      lines.append("\(margin)= \(Display.safe(note.value))  \(path):\(file.position(at: note.range.lower).line)")
    }
    if let help = problem.help { lines.append("\(margin)= \(style.bold("help:")) \(Display.safe(help))") }
    return lines.joined(separator: "\n") + "\n"
  }
}
