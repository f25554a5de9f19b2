import SprintModel
import SprintSource

/// Writes a graph as a Mermaid flowchart, which code hosts draw inside Markdown.
package enum MermaidEmitter {
  package static func mermaid(_ view: GraphView) -> [UInt8] {
    var writer = MermaidWriter(view)
    writer.write()
    return Array(writer.text.utf8)
  }

  /// Mermaid refuses more than 500 edges and more than 50,000 characters unless it is configured otherwise
  /// (`maxEdges` and `maxTextSize`).
  package static func isTooLarge(_ view: GraphView) -> Bool {
    view.edges.count > 500 || String(decoding: mermaid(view), as: UTF8.self).utf16.count > 50_000
  }
}

private struct MermaidWriter {
  private let view: GraphView
  /// Nodes have numbers for names: Mermaid has words that no node may be called, `end` among them.
  private var names: [String: String] = [:]
  private(set) var text = ""

  init(_ view: GraphView) {
    self.view = view
    for node in view.nodes where names[node.name] == nil { names[node.name] = "n\(names.count)" }
  }

  mutating func write() {
    line("flowchart LR")
    for (index, cluster) in view.clusters.enumerated() {
      line("  subgraph s\(index)[\(quoted([cluster.title]))]")
      for node in cluster.nodes { write(node, indent: "    ") }
      line("  end")
    }
    for node in view.others { write(node, indent: "  ") }
    for edge in view.edges { write(edge) }
    let cycles = view.edges.indices.filter { view.edges[$0].kind == .cycle }.map(String.init)
    if !cycles.isEmpty { line("  linkStyle \(cycles.joined(separator: ",")) stroke:red,stroke-width:3px") }
    writeLegend()
    writeClasses()
  }

  private mutating func write(_ node: GraphView.Node, indent: String) {
    guard let name = names[node.name] else { return }
    line("\(indent)\(name)\(node.look.shaped(quoted(node.label))):::\(node.look.className)")
  }

  private mutating func write(_ edge: GraphView.Edge) {
    guard let from = names[edge.from], let to = names[edge.to] else { return }
    let label = edge.label.map { "|\(quoted([$0]))|" } ?? ""
    line("  \(from) \(edge.kind.arrow)\(label) \(to)")
  }

  private mutating func writeLegend() {
    guard !view.looks.isEmpty else { return }
    line("  subgraph legend[\(quoted(["Legend"]))]")
    for (index, look) in view.looks.enumerated() {
      line("    l\(index)\(look.shaped(quoted([look.meaning]))):::\(look.className)")
    }
    line("    l\(view.looks.count)[\(quoted(view.lineMeanings))]:::note")
    line("  end")
  }

  private mutating func writeClasses() {
    guard !view.looks.isEmpty else { return }
    var seen: Set<String> = []
    for look in view.looks where seen.insert(look.className).inserted {
      line("  classDef \(look.className) \(look.style)")
    }
    line("  classDef note fill:none,stroke:none")
    let focus = view.nodes.filter(\.isFocus).compactMap { names[$0.name] }
    if !focus.isEmpty {
      line("  classDef focus stroke-width:4px")
      line("  class \(focus.joined(separator: ",")) focus")
    }
  }

  // MARK: The language

  /// A text in quotation marks, a line of it below the other.
  private func quoted(_ lines: [String]) -> String { "\"" + lines.map(Self.escaped).joined(separator: "<br/>") + "\"" }

  /// A backslash escapes nothing in Mermaid: `#34;` is a quotation mark.
  ///
  /// Whatever might be taken for Mermaid's own (`"`, `#`, `;`, `%%`), for Markdown (a list, emphasis, a code mark), for
  /// HTML or for a formula is written as a number; so are the signs that Mermaid itself uses on the way for `#` and `;`.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var isAtStart = true
    for scalar in text.unicodeScalars {
      let isPlain =
        switch scalar {
        case "a"..."z", "A"..."Z", " ", "(", ")", ",", "/", "'", "?": true
        case "0"..."9": true
        // `1. Name` and `- Name` would be lists.
        case ".", "-": !isAtStart
        case "\u{FB02}", "\u{B0}", "\u{B6}": false
        case _ where scalar.value < 0x80 || scalar.isHidden: false
        default: true
        }
      // At the start of a line stand digits and blanks, too, for this purpose.
      isAtStart = isAtStart && (("0"..."9").contains(scalar) || scalar == " ")
      switch scalar {
      case _ where isPlain: result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      case _ where scalar.isHidden: result += "\u{FFFD}"
      default: result += "#\(scalar.value);"
      }
    }
    return result
  }

  private mutating func line(_ line: String) {
    text += line
    text += "\n"
  }
}

extension GraphView.Edge.Kind {
  fileprivate var arrow: String {
    switch self {
    case .plain: "-->"
    case .cycle: "==>"
    case .loose: "-.->"
    }
  }
}

extension GraphView.Look {
  /// A label in the brackets that make the shape.
  fileprivate func shaped(_ label: String) -> String {
    switch self {
    case .state(.todo): "[\(label)]"
    case .state(.doing): "([\(label)])"
    case .state(.review): "{{\(label)}}"
    case .state(.blocked): "[[\(label)]]"
    case .state(.done): "(\(label))"
    case .state(.cancelled): ">\(label)]"
    case .state(.unknown): "{\(label)}"
    case .external: "[/\(label)/]"
    case .unknown: "[\\\(label)\\]"
    case .sprint: "[(\(label))]"
    }
  }

  fileprivate var className: String {
    switch self {
    case .state(let state), .sprint(let state): state.rawValue
    case .external: "external"
    case .unknown: "unresolved"
    }
  }

  fileprivate var style: String {
    let fill =
      switch self {
      case .state(.todo), .sprint(.todo), .state(.unknown), .sprint(.unknown), .unknown: "#ffffff"
      case .state(.doing), .sprint(.doing): "#add8e6"
      case .state(.review), .sprint(.review): "#ffffe0"
      case .state(.blocked), .sprint(.blocked): "#fa8072"
      case .state(.done), .sprint(.done): "#98fb98"
      case .state(.cancelled), .sprint(.cancelled): "#d9d9d9"
      case .external: "#ffb6c1"
      }
    let dashes = self == .unknown ? ",stroke-dasharray:4" : ""
    return "fill:\(fill),stroke:#333333,color:#000000\(dashes)"
  }
}
