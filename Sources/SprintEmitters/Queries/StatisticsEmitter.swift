package import SprintLinker
package import SprintModel
import SprintSource

/// Writes numbers about sprints as JSON.
package enum StatisticsEmitter {
  package static func json(_ statistics: Statistics, _ workspace: Workspace, today: CalendarDate?) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 2)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.member("today", today)
      writer.key("total")
      writer.onOneLine { writer in writer.object { Self.write(statistics.total, to: &$0) } }
      writer.key("sprints")
      writer.array(statistics.sprints) { writer, entry in
        let sprint = workspace.sprints[entry.sprint]
        writer.object { writer in
          writer.member("sprint", sprint.slug)
          writer.member("path", sprint.path)
          writer.member("number", sprint.number?.value)
          writer.member("title", sprint.title?.value)
          Self.write(entry.counts, to: &writer)
          writer.member("finished", statistics.finished.contains(entry.sprint))
        }
      }
      writer.key("owners")
      writer.array(statistics.owners) { writer, entry in
        writer.object { writer in
          writer.member("owner", entry.name)
          Self.write(entry.counts, to: &writer)
        }
      }
      writer.key("blocks")
      writer.array(statistics.blocks) { writer, block in
        writer.object { writer in
          writer.member("uid", workspace.task(block.task).uid)
          writer.place(of: workspace.task(block.task).id.range, in: block.task.sprint, workspace)
          writer.member("since", block.since)
          writer.key("days")
          if let days = block.days { writer.number(days) } else { writer.null() }
        }
      }
      writer.key("history")
      writer.array(statistics.history.days) { writer, day in
        writer.object { writer in
          writer.member("date", day.date)
          writer.member("blocked", day.blocked)
          writer.member("released", day.released)
          writer.member("standing", day.standing)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ counts: Statistics.Counts, to writer: inout JSONWriter) {
    writer.member("tasks", counts.total)
    for state in TaskState.allCases {
      writer.key(named: state.rawValue)
      writer.number(counts[state])
    }
    writer.key("progress")
    if let progress = counts.progress { writer.number(progress) } else { writer.null() }
  }
}
