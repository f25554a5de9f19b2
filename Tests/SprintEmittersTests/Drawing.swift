import Foundation
import SprintTesting

/// A graph as Graphviz reads it.
struct Drawing {
  /// In order.
  let nodes: [String]
  /// `from -> to`, in order.
  let edges: [String]
  let redEdges: [String]
  let shapes: [String: String]
  /// What the legend explains.
  let legend: [String]
  let links: [String: String]
  let labels: [String: String]
  /// The nodes of a cluster, by its label.
  let clusters: [String: [String]]

  struct NotDrawn: Error, CustomStringConvertible {
    let description: String
  }

  init(_ dot: [UInt8]) async throws {
    let graph = try JSONDecoder().decode(Graph.self, from: Data(try await Self.render(dot, "json")))
    let objects = graph.objects ?? []
    let names = Dictionary(objects.map { ($0._gvid, $0.name) }, uniquingKeysWith: { one, _ in one })
    func name(_ edge: Graph.Edge) -> String { "\(names[edge.tail] ?? "?") -> \(names[edge.head] ?? "?")" }
    let isCluster: (Graph.Object) -> Bool = { $0.name.hasPrefix("cluster_") }
    let drawn = objects.filter { !isCluster($0) && !$0.name.hasPrefix("legend: ") }
    nodes = drawn.map(\.name).sorted()
    legend = objects.filter { $0.name.hasPrefix("legend: ") }.map { String($0.name.dropFirst(8)) }
    links = Dictionary(
      drawn.compactMap { node in node.URL.map { (node.name, $0) } }, uniquingKeysWith: { one, _ in one })
    labels = Dictionary(drawn.map { ($0.name, $0.label ?? "") }, uniquingKeysWith: { one, _ in one })
    edges = (graph.edges ?? []).map(name).sorted()
    redEdges = (graph.edges ?? []).filter { $0.color == "red" }.map(name).sorted()
    shapes = Dictionary(
      drawn.compactMap { object in object.shape.map { (object.name, $0) } }, uniquingKeysWith: { one, _ in one })
    clusters = Dictionary(
      objects.filter { isCluster($0) && $0.name != "cluster_legend" }.map {
        ($0.label ?? "", ($0.nodes ?? []).compactMap { names[$0] }.sorted())
      },
      uniquingKeysWith: { $0 + $1 })
  }

  static func svg(_ dot: [UInt8]) async throws -> [UInt8] { try await render(dot, "svg") }

  /// Draws a graph for which no more than so many seconds of a processor may be needed.
  static func svg(_ dot: [UInt8], seconds: Int) async throws -> [UInt8] {
    let run = try await Run.of("sh", ["-c", "ulimit -t \(seconds); exec dot -Tsvg"], input: dot)
    guard run.status == 0 else { throw NotDrawn(description: "dot ended with \(run.status): \(run.errorText)") }
    return run.output
  }

  private static func render(_ dot: [UInt8], _ format: String) async throws -> [UInt8] {
    let run: Run
    do {
      run = try await Run.of("dot", ["-T\(format)"], input: dot)
    } catch {
      throw NotDrawn(description: "Graphviz is needed, and `dot` does not start: \(error)")
    }
    guard run.status == 0, !run.errorText.contains("rror") else {
      throw NotDrawn(description: "dot ended with \(run.status): \(run.errorText)")
    }
    return run.output
  }

  private struct Graph: Decodable {
    let objects: [Object]?
    let edges: [Edge]?

    struct Object: Decodable {
      let _gvid: Int
      let name: String
      let label: String?
      let shape: String?
      let nodes: [Int]?
      let URL: String?
    }

    struct Edge: Decodable {
      let tail: Int
      let head: Int
      let color: String?
    }
  }
}
