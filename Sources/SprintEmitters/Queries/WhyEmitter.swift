package import SprintLinker
import SprintModel
import SprintSource

/// Writes why tasks wait as JSON: a chain of references to each thing that they wait for in the end.
package enum WhyEmitter {
  package static func json(_ nodes: [Int], named name: String, _ standing: TaskStanding) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 6)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.member("query", name)
      writer.key("tasks")
      writer.array(Array(zip(nodes, standing.analysis.chains(from: nodes)))) {
        Self.write($1.0, $1.1, standing, to: &$0)
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(
    _ node: Int, _ chains: [WaitChain], _ standing: TaskStanding, to writer: inout JSONWriter
  ) {
    let analysis = standing.analysis
    let workspace = analysis.workspace
    writer.object { writer in
      writer.member("uid", workspace.symbols.uids[node])
      writer.key("declarations")
      writer.array(workspace.symbols.declarations[node]) { writer, index in
        writer.onOneLine { writer in
          writer.object { writer in
            let task = workspace.task(index)
            writer.member("sprint", workspace.sprint(of: index).slug)
            writer.place(of: task.id.range, in: index.sprint, workspace)
            writer.member("state", task.state.rawValue)
            writer.member("date", task.status.date?.value)
            writer.member("note", task.status.note?.value)
            writer.member("stale", standing.isStale(index))
          }
        }
      }
      writer.member("open", analysis.isOpen[node])
      writer.key("chains")
      writer.array(chains) { writer, chain in
        writer.object { writer in
          writer.key("end")
          writer.onOneLine { Self.write(chain.end, analysis, to: &$0) }
          if chain.omitted > 0 { writer.member("omittedSteps", chain.omitted) }
          writer.key("steps")
          writer.array(chain.steps) { writer, step in
            write(step.task, step.reference, to: step.target, analysis, &writer)
          }
        }
      }
      writer.key("cleared")
      writer.array(analysis.cleared(node)) { writer, cleared in
        write(cleared.task, cleared.prerequisite.reference, to: cleared.prerequisite.target, analysis, &writer)
      }
    }
  }

  private static func write(
    _ index: TaskIndex, _ reference: Int, to target: Prerequisite.Target, _ analysis: GraphAnalysis,
    _ writer: inout JSONWriter
  ) {
    let record = DependencyRecord(index: index, place: reference, workspace: analysis.workspace)
    writer.onOneLine { writer in
      writer.object { record.writeMembers(to: analysis.name(of: target), &$0) }
    }
  }

  private static func write(_ end: WaitChain.End, _ analysis: GraphAnalysis, to writer: inout JSONWriter) {
    let workspace = analysis.workspace
    writer.object { writer in
      writer.member("kind", end.kind)
      writer.member("name", analysis.name(of: end))
      switch end {
      case .prerequisite(.task(let node)):
        let index = workspace.declaration(node)
        writer.member("state", index.map { workspace.task($0).state.rawValue })
        if let index { writer.place(of: workspace.task(index).id.range, in: index.sprint, workspace) }
      case .prerequisite(.ambiguous(_, let nodes)): writer.member("tasks", nodes.map { workspace.symbols.uids[$0] })
      case .cycle(_, let edges): writer.member("tasks", edges.map { workspace.symbols.uids[$0.from] })
      case .prerequisite: break
      }
    }
  }
}

extension WaitChain.End {
  package var kind: String {
    switch self {
    case .prerequisite(.task): "task"
    case .prerequisite(.sprint): "sprint"
    case .prerequisite(.external): "external"
    case .prerequisite(.unknown): "unresolved"
    case .prerequisite(.ambiguous): "ambiguous"
    case .cycle: "cycle"
    }
  }
}
