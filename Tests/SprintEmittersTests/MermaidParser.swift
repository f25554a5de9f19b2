/// A flowchart as Mermaid would read it.
///
/// Mermaid's own parser needs a browser and is not to be had here: this one reads the part of the language that the
/// emitter writes, line by line, and refuses everything else.
struct MermaidChart {
  struct Refused: Error, CustomStringConvertible {
    let line: Substring
    var description: String { "no Mermaid: \(line)" }
  }

  /// By name: label with its lines, shape (the brackets) and class.
  private(set) var nodes: [String: (label: [String], shape: String, style: String)] = [:]
  /// Names of nodes, by the title of the frame; the legend has none of ours.
  private(set) var frames: [(title: String, nodes: [String])] = []
  private(set) var edges: [(from: String, arrow: String, label: String?, to: String)] = []
  private(set) var classes: Set<String> = []
  private(set) var focus: [String] = []

  init(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Refused(line: "not UTF-8") }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == "flowchart LR", lines.popLast() == "" else {
      throw Refused(line: "the first line, or the last")
    }
    var isInside = false
    for line in lines {
      var rest = line[...].drop { $0 == " " }
      if rest == "end", isInside {
        isInside = false
      } else if rest.take("subgraph "), !isInside {
        guard rest.word() != nil, rest.take("["), let title = try rest.quoted(line), rest == "]" else {
          throw Refused(line: line)
        }
        frames.append((title.joined(separator: "\n"), []))
        isInside = true
      } else if rest.take("classDef ") {
        guard let name = rest.word(), rest.take(" "),
          rest.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ":#,-".contains($0)) })
        else { throw Refused(line: line) }
        classes.insert(name)
      } else if rest.take("class ") {
        guard let end = rest.lastIndex(of: " "), classes.contains(String(rest[rest.index(after: end)...])) else {
          throw Refused(line: line)
        }
        focus = rest[..<end].split(separator: ",").map(String.init)
      } else if rest.take("linkStyle ") {
        let numbers = rest.prefix { $0 != " " }.split(separator: ",")
        guard numbers.allSatisfy({ Int($0).map(edges.indices.contains) ?? false }) else { throw Refused(line: line) }
      } else {
        try statement(&rest, line, isInside)
      }
    }
    guard !isInside, nodes.values.allSatisfy({ classes.contains($0.style) }), focus.allSatisfy({ nodes[$0] != nil })
    else {
      throw Refused(line: "a frame without end, or a class that nobody defines")
    }
  }

  private mutating func statement(_ rest: inout Substring, _ line: Substring, _ isInside: Bool) throws {
    guard let name = rest.word() else { throw Refused(line: line) }
    if rest.take(" ") {
      guard let arrow = ["-->", "==>", "-.->"].first(where: { rest.take($0) }) else { throw Refused(line: line) }
      var label: String?
      if rest.take("|") {
        label = try rest.quoted(line)?.joined()
        guard label != nil, rest.take("|") else { throw Refused(line: line) }
      }
      guard rest.take(" "), let other = rest.word(), rest.isEmpty, nodes[name] != nil, nodes[other] != nil else {
        throw Refused(line: line)
      }
      edges.append((name, arrow, label, other))
      return
    }
    let shapes = [
      ("([", "])"), ("[[", "]]"), ("[(", ")]"), ("{{", "}}"), ("[/", "/]"), ("[\\", "\\]"), ("[", "]"), ("(", ")"),
      (">", "]"), ("{", "}"),
    ]
    guard let shape = shapes.first(where: { rest.take($0.0) }), let label = try rest.quoted(line), rest.take(shape.1),
      rest.take(":::"), let style = rest.word(), rest.isEmpty, nodes[name] == nil
    else { throw Refused(line: line) }
    nodes[name] = (label, shape.0 + shape.1, style)
    if isInside { frames[frames.count - 1].nodes.append(name) }
  }
}

extension Substring {
  fileprivate mutating func take(_ prefix: String) -> Bool {
    guard hasPrefix(prefix) else { return false }
    removeFirst(prefix.count)
    return true
  }

  /// A name of letters and digits.
  fileprivate mutating func word() -> String? {
    let word = prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    removeFirst(word.count)
    return word.isEmpty || word == "end" ? nil : String(word)
  }

  /// A text in quotation marks, its lines parted at `<br/>`, with the signs that numbers stand for.
  ///
  /// Any sign that means something to Mermaid, to Markdown or to HTML is refused where it is not written as a number.
  fileprivate mutating func quoted(_ line: Substring) throws -> [String]? {
    guard take("\""), let end = firstIndex(of: "\"") else { return nil }
    var text = self[..<end]
    self = self[index(after: end)...]
    var lines = [""]
    while let character = text.first {
      if text.take("<br/>") {
        lines.append("")
      } else if text.take("#") {
        guard let end = text.firstIndex(of: ";"), let value = UInt32(text[..<end]), let scalar = Unicode.Scalar(value)
        else {
          throw MermaidChart.Refused(line: line)
        }
        lines[lines.count - 1].unicodeScalars.append(scalar)
        text = text[text.index(after: end)...]
      } else {
        let isSafe = !character.isASCII || character.isLetter || character.isNumber || " (),/'?.-".contains(character)
        guard isSafe, character.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !"ﬂ°¶".unicodeScalars.contains($0) })
        else {
          throw MermaidChart.Refused(line: line)
        }
        lines[lines.count - 1].append(character)
        text.removeFirst()
      }
    }
    return lines
  }
}
