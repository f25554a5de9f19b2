package import SprintLinker
import SprintModel
import SprintSource

/// Writes the tasks of a workspace as comma-separated values (RFC 4180), a header first.
///
/// Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, in full width too, and one that begins
/// with a tab or a line break (OWASP, *CSV Injection*): such a cell gets an apostrophe in front. A number with a sign stays:
/// `-1` is what it is. A cell that begins so behind apostrophes gets one more, so that whoever takes away the first
/// apostrophe of each such cell has what was written.
package enum CSVEmitter {
  private static let header = [
    "uid", "id", "sprint", "path", "line", "row", "group", "state", "date", "note", "owners", "paths", "definition",
    "criteria", "criteria_done", "estimate", "priority", "notes", "depends_on", "waits_for", "ready", "stale",
  ]

  package static func csv(_ workspace: Workspace) -> [UInt8] {
    let standing = TaskStanding(GraphAnalysis(workspace))
    var text = line(header)
    for sprint in workspace.selection {
      for place in workspace.sprints[sprint].tasks.indices {
        text += line(cells(TaskIndex(sprint: sprint, task: place), standing))
      }
    }
    return Array(text.utf8)
  }

  private static func cells(_ index: TaskIndex, _ standing: TaskStanding) -> [String] {
    let workspace = standing.analysis.workspace
    let (task, sprint) = (workspace.task(index), workspace.sprint(of: index))
    let prerequisites = standing.analysis.prerequisites(of: index).map { standing.analysis.name(of: $0.target) }
    let line = workspace.files[sprint.file].position(at: task.id.range.lower).line
    return [
      task.uid, task.id.value.text, sprint.slug, sprint.path, "\(line)", task.row?.value ?? "",
      task.group.map { sprint.groups[$0].name.value } ?? "", task.state.rawValue,
      task.status.date?.value.description ?? "", task.status.note?.value ?? "", list(task.owners.map(\.name.value)),
      list(task.paths.map(\.value)), task.definition?.value ?? "", "\(task.acceptance.count)",
      "\(task.acceptance.count { $0.isDone })", task.estimate?.value ?? "", task.priority?.value ?? "",
      task.notes?.value ?? "", list(prerequisites), list(standing.waitsFor(index)),
      standing.isReady(index) ? "yes" : "no", standing.isStale(index) ? "yes" : "no",
    ]
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: "; ") }

  /// Lines end with CR and LF, the last too.
  private static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  private static func cell(_ text: String) -> String {
    let text = isFormula(text) ? "'" + text : text
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private static func isFormula(_ text: String) -> Bool {
    let rest = text.unicodeScalars.drop { $0 == "'" }
    guard let first = rest.first, formulaMarks.contains(first) else { return false }
    let isSigned = rest.startIndex == text.startIndex && (first == "-" || first == "+")
    return !(isSigned && isNumber(rest.dropFirst()))
  }

  private static let formulaMarks = Set("=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)

  /// Digits, with at most one point among them.
  private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }
}
