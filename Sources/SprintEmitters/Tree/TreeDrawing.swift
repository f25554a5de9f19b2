import SprintLinker

/// Draws what waits for blockers, each task once in the whole document.
struct TreeDrawing {
  /// A tree goes no deeper: what is further down is drawn in a tree of its own, or a long chain would make lines as long
  /// as itself.
  private static let depth = 16

  private let analysis: GraphAnalysis
  private let names: TreeNames
  /// By node, the section in which it is drawn.
  private var drawn: [Int: Int] = [:]

  init(_ analysis: GraphAnalysis, _ names: TreeNames) {
    self.analysis = analysis
    self.names = names
  }

  /// The trees of a blocker, in fences.
  ///
  /// - Parameters:
  ///   - root: the blocker.
  ///   - section: the number that later sections refer to.
  ///   - visit: is told each node that is drawn.
  /// - Returns: the lines.
  mutating func trees(of root: RootBlocker, section: Int, visit: (Int) -> Void) -> [String] {
    var lines: [String] = []
    var later: [Int] = []
    let children: [Int]
    switch root.cause {
    case .task(let node):
      drawn[node] = section
      visit(node)
      lines.append(names.label(of: node))
      children = root.waiting
    case .cycle(let nodes):
      lines.append(names.words(names.title(of: root)))
      // The others of them wait for the first.
      children = Array(nodes.prefix(1))
    case .external, .unknown, .sprint:
      lines.append(names.words(root.name))
      children = root.waiting
    }
    lines += branches(children, section, &later, visit)
    var trees = [lines]
    var next = 0
    while next < later.count {
      let node = later[next]
      trees.append([names.label(of: node)] + branches(analysis.openDependents(of: node), section, &later, visit))
      next += 1
    }
    return Array(trees.map(Self.fenced).joined(separator: [""]))
  }

  /// The lines below the root of a tree.
  private mutating func branches(
    _ children: [Int], _ section: Int, _ later: inout [Int], _ visit: (Int) -> Void
  ) -> [String] {
    var lines: [String] = []
    var frames: [(nodes: ArraySlice<Int>, indent: String)] = [(children[...], "")]
    while let frame = frames.last {
      guard let node = frames[frames.count - 1].nodes.popFirst() else {
        frames.removeLast()
        continue
      }
      let line = "\(frame.indent)+-- "
      if let other = drawn[node] {
        lines.append(line + names.id(node) + (other == section ? "  (above)" : "  (see \(other))"))
        continue
      }
      drawn[node] = section
      visit(node)
      let dependents = analysis.openDependents(of: node)
      let isTooDeep = frames.count >= Self.depth && !dependents.isEmpty
      lines.append(line + names.label(of: node) + (isTooDeep ? "  (continued below)" : ""))
      if isTooDeep {
        later.append(node)
      } else if !dependents.isEmpty {
        frames.append((dependents[...], frame.indent + (frame.nodes.count > 1 ? "|   " : "    ")))
      }
    }
    return lines
  }

  /// In a fence that no line can close.
  private static func fenced(_ lines: [String]) -> [String] {
    let longest = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ["\(fence)text"] + lines + [fence]
  }
}
