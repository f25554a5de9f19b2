package import SprintSource

/// One thing that a tracker says: that there is a task, that somebody owns it, that something was logged.
///
/// Two trackers with the same facts say the same of their tasks, however they are laid out.
package struct ModelFact: Hashable, Sendable {
  package let subject: Fix.Subject
  /// The uid of the task; empty for what is said of the sprint.
  package let task: String
  /// What is said, with single blanks for all white space, and without the backslash before a pipe: in a table it says
  /// the same (GFM §4.10).
  package let value: String

  private init(_ subject: Fix.Subject, task: String = "", _ value: String = "") {
    self.subject = subject
    self.task = task
    self.value = value.replacing("\\|", with: "|").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// All facts of a sprint, each with the row, block or line that says it.
  package static func facts(of sprint: Sprint) -> [(fact: ModelFact, range: ByteRange)] {
    var facts: [(ModelFact, ByteRange)] = []
    for task in sprint.tasks {
      func add(_ subject: Fix.Subject, _ value: String) {
        facts.append((ModelFact(subject, task: task.uid, value), task.range))
      }
      add(.task, "")
      add(.status, task.state.rawValue + (task.status.date.map { " \($0.value)" } ?? ""))
      for owner in task.owners { add(.owner, owner.name.value) }
      for reference in task.dependencies where reference.kind != .none { add(.dependency, reference.text.value) }
    }
    for entry in sprint.log {
      let value = [entry.dateText.value, entry.owner?.value ?? "", entry.update.value].joined(separator: " | ")
      facts.append((ModelFact(.log, value), entry.range))
    }
    for date in [sprint.startDate, sprint.endDate].compactMap(\.self) {
      facts.append((ModelFact(.sprint, "\(date.value)"), date.range))
    }
    for reference in sprint.sprintDependencies {
      facts.append((ModelFact(.sprint, reference.text.value), reference.text.range))
    }
    return facts
  }
}

extension ModelFact: CustomStringConvertible {
  package var description: String {
    switch subject {
    case .task: "the task \(task)"
    case .status: "that \(task) is \(value)"
    case .owner: "that \(value) owns \(task)"
    case .dependency: "that \(task) depends on \(value)"
    case .log: "the log row \(value)"
    case .sprint: "\(value), which the sprint names"
    }
  }
}
