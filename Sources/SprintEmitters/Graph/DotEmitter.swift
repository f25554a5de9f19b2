import SprintModel
import SprintSource

/// Writes a graph in the DOT language, for Graphviz.
package enum DotEmitter {
  package static func dot(_ view: GraphView) -> [UInt8] {
    var writer = DotWriter()
    writer.write(view)
    return Array(writer.text.utf8)
  }

  /// From this size on, `dot` takes longer than people wait: it was seen to need ten seconds of one processor for
  /// drawings of this size, and a multiple of that for twice as much.
  package static func isTooLarge(_ view: GraphView) -> Bool { size(of: view) > 10_000 }

  /// From this size on, `dot` is told not to look for the best places and curves, but for good ones.
  fileprivate static func isLarge(_ view: GraphView) -> Bool { size(of: view) > 600 }

  private static func size(of view: GraphView) -> Int { view.nodes.count + view.edges.count }
}

private struct DotWriter {
  private(set) var text = ""

  mutating func write(_ view: GraphView) {
    line("digraph sprints {")
    line("  rankdir=LR; fontname=\"Helvetica\"; fontsize=12;")
    if DotEmitter.isLarge(view) { line("  nslimit=0.2; nslimit1=0.2; mclimit=0.1; splines=line;") }
    line("  node [fontname=\"Helvetica\", fontsize=10, style=filled, fillcolor=white];")
    line("  edge [fontname=\"Helvetica\", fontsize=9];")
    for (index, cluster) in view.clusters.enumerated() {
      frame("cluster_\(index)", cluster.title) { writer in
        for node in cluster.nodes { writer.write(node, indent: "    ") }
      }
    }
    for node in view.others { write(node, indent: "  ") }
    for edge in view.edges { write(edge) }
    writeLegend(view)
    line("}")
  }

  /// The looks that occur, and what the edges mean.
  private mutating func writeLegend(_ view: GraphView) {
    guard !view.looks.isEmpty else { return }
    frame("cluster_legend", "Legend") { writer in
      for look in view.looks {
        writer.node("legend: \(look.meaning)", indent: "    ", [("label", look.meaning)] + look.attributes)
      }
      writer.node(
        "legend: lines", indent: "    ",
        [("label", view.lineMeanings.joined(separator: "\n")), ("shape", "plaintext"), ("style", "")])
    }
  }

  private mutating func write(_ node: GraphView.Node, indent: String) {
    var attributes =
      [("label", node.label.joined(separator: "\n"))] + node.look.attributes + [("tooltip", node.tooltip)]
    if let link = node.link { attributes.append(("URL", "\(Self.encoded(link.path))#L\(link.line)")) }
    if node.isFocus { attributes.append(("penwidth", "3")) }
    self.node(node.name, indent: indent, attributes)
  }

  private mutating func write(_ edge: GraphView.Edge) {
    var attributes: [(String, String)] =
      switch edge.kind {
      case .plain: []
      case .cycle: [("color", "red"), ("penwidth", "2"), ("tooltip", "part of a cycle")]
      case .loose: [("style", "dashed")]
      }
    if let label = edge.label { attributes.append(("label", label)) }
    line("  \(quoted(edge.from)) -> \(quoted(edge.to))\(attributes.isEmpty ? "" : " " + list(attributes));")
  }

  // MARK: The language

  private mutating func frame(_ name: String, _ label: String, _ body: (inout DotWriter) -> Void) {
    line("  subgraph \(quoted(name)) {")
    line("    label=\(attribute(label));")
    line("    color=gray60;")
    body(&self)
    line("  }")
  }

  private mutating func node(_ name: String, indent: String, _ attributes: [(String, String)]) {
    line("\(indent)\(quoted(name)) \(list(attributes));")
  }

  private func list(_ attributes: [(String, String)]) -> String {
    "[" + attributes.map { "\($0.0)=\(attribute($0.1))" }.joined(separator: ", ") + "]"
  }

  /// In attributes Graphviz reads entities, in names it does not.
  private func attribute(_ text: String) -> String { quoted(text.replacingBytes("&", with: "&amp;")) }

  /// A double-quoted string: Graphviz reads `\"`, and in labels `\n` and `\\`.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      // Some are no characters of XML.
      case _ where scalar.isHidden: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A path as a reference of a page: RFC 3986 lets these characters stand, and a colon not in the first part.
  private static func encoded(_ path: String) -> String {
    var result = ""
    for byte in FileName.bytes(path) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  private mutating func line(_ line: String) {
    text += line
    text += "\n"
  }
}

extension GraphView.Look {
  fileprivate var attributes: [(String, String)] {
    switch self {
    case .state(let state): [("shape", state.drawing.shape), ("fillcolor", state.drawing.colour)]
    case .sprint(let state): [("shape", "folder"), ("fillcolor", state.drawing.colour)]
    case .external: [("shape", "note"), ("fillcolor", "lightpink")]
    case .unknown: [("shape", "box"), ("style", "dashed")]
    }
  }
}

extension TaskState {
  fileprivate var drawing: (shape: String, colour: String) {
    switch self {
    case .todo: ("box", "white")
    case .doing: ("ellipse", "lightblue")
    case .review: ("hexagon", "lightyellow")
    case .blocked: ("octagon", "salmon")
    case .done: ("box3d", "palegreen")
    case .cancelled: ("plain", "gray85")
    case .unknown: ("diamond", "white")
    }
  }
}
