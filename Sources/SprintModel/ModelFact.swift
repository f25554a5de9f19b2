package import SprintSource

/// One thing that a tracker says: that there is a task, that somebody owns it, that something was logged.
///
/// Two trackers with the same facts say the same of their tasks, however they are laid out.
package struct ModelFact: Hashable, Sendable {
  package let subject: Fix.Subject
  /// The uid of the task; empty for what is said of the sprint.
  package let task: String
  /// What is said, with single blanks for all white space, without the backslash before a pipe, which in a table says
  /// the same (GFM §4.10), and without comments, which say nothing to readers of the page.
  package let value: String

  private init(_ subject: Fix.Subject, task: String = "", _ value: String = "") {
    self.subject = subject
    self.task = task
    self.value = value.withoutComments.replacingBytes("\\|", with: "|").singleSpaced
  }

  /// All facts of a sprint, each with the row, block or line that says it, and the place of the words in it.
  ///
  /// Of a document that is one task, the words may stand outside of what counts as the task's block.
  package static func facts(of sprint: Sprint) -> [(fact: ModelFact, row: ByteRange, words: ByteRange)] {
    var facts: [(ModelFact, ByteRange, ByteRange)] = []
    for task in sprint.tasks {
      func add(_ subject: Fix.Subject, _ value: String, at words: ByteRange) {
        facts.append((ModelFact(subject, task: task.uid, value), task.range, words))
      }
      add(.task, "", at: task.id.range)
      add(.status, task.state.rawValue + (task.status.date.map { " \($0.value)" } ?? ""), at: task.status.text.range)
      for owner in task.owners where owner.name.value.withoutComments.utf8.contains(where: { $0.isWord || $0 >= 0x80 })
      {
        add(.owner, owner.name.value, at: owner.name.range)
      }
      for reference in task.dependencies where reference.kind != .none {
        add(.dependency, reference.text.value, at: reference.text.range)
      }
    }
    for entry in sprint.log {
      let value = [entry.dateText.value, entry.owner?.value ?? "", entry.update.value].joined(separator: " | ")
      facts.append((ModelFact(.log, value), entry.range, entry.update.range))
    }
    for date in [sprint.startDate, sprint.endDate].compactMap(\.self) {
      facts.append((ModelFact(.sprint, "\(date.value)"), date.range, date.range))
    }
    for reference in sprint.sprintDependencies {
      facts.append((ModelFact(.sprint, reference.text.value), reference.text.range, reference.text.range))
    }
    return facts
  }
}

extension String {
  fileprivate var withoutComments: String {
    var rest = self[...]
    var kept = ""
    while let close = rest.firstRange(of: "-->") {
      // No comment has another's beginning in it (CommonMark 0.29 §6.10).
      let open = rest[..<close.lowerBound].ranges(of: "<!--").last?.lowerBound
      kept += rest[..<(open ?? close.upperBound)]
      rest = rest[close.upperBound...]
    }
    return kept + rest
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
