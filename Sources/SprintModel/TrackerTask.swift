package import SprintSource

/// A unit of work that a tracker declares. A row with several ids declares several tasks, which share the row.
package struct TrackerTask: Sendable, Equatable {
  // With `?` an optional property is nil before the initializer sets it, and the initializer copies all that it has set.

  package var id: Located<TaskID>
  /// What the task is called outside its sprint, by its bytes.
  package var name: Bytes
  /// The label of the row, if it has one: `19`, `P1`.
  package var row: Optional<LocatedText>
  /// The cell, heading or bullet part that declares the id, with all ids of the row.
  package var label: LocatedText
  /// The place of its group in the sprint's groups.
  package var group: Optional<Int>
  package var status: Status
  package var owners: [Owner]
  /// Where the work lies.
  package var paths: [LocatedText]
  /// The cell or field about dependencies, as written.
  package var dependencyText: Optional<LocatedText>
  /// In the order in which they are written.
  package var dependencies: [Reference]
  package var definition: Optional<LocatedText>
  package var acceptance: [Criterion]
  package var estimate: Optional<LocatedText>
  package var priority: Optional<LocatedText>
  package var notes: Optional<LocatedText>
  /// The row, bullet or block.
  package var range: ByteRange

  package init(
    id: Located<TaskID>, name: Bytes, row: LocatedText? = nil, label: LocatedText, group: Int? = nil,
    status: Status, owners: [Owner] = [], paths: [LocatedText] = [], dependencyText: LocatedText? = nil,
    definition: LocatedText? = nil, acceptance: [Criterion] = [], estimate: LocatedText? = nil,
    priority: LocatedText? = nil, notes: LocatedText? = nil, range: ByteRange
  ) {
    self.id = id
    self.name = name
    self.row = row
    self.label = label
    self.group = group
    self.status = status
    self.owners = owners
    self.paths = paths
    self.dependencyText = dependencyText
    dependencies = []
    self.definition = definition
    self.acceptance = acceptance
    self.estimate = estimate
    self.priority = priority
    self.notes = notes
    self.range = range
  }

  package var state: TaskState { status.state }

  /// What the task is called outside its sprint, as a string that is made anew each time.
  package var uid: String { name.string }
}

/// Who works on a task.
package struct Owner: Sendable, Hashable {
  package let name: LocatedText

  package init(_ name: LocatedText) { self.name = name }
}

/// A condition for a task or a group to be done.
package struct Criterion: Sendable, Hashable {
  package let text: LocatedText
  package let isDone: Bool

  package init(_ text: LocatedText, isDone: Bool) {
    self.text = text
    self.isDone = isDone
  }
}

/// Tasks that a sprint keeps together: an epic, a wave, a workstream.
package struct TaskGroup: Sendable, Equatable {
  package var name: LocatedText
  package var dialect: String?
  /// In an index of sprints, the sprint that the group stands for: its number, code or file.
  package var sprint: LocatedText?
  /// Where the group as a whole has one.
  package var status: Status?
  package var acceptance: [Criterion] = []

  package init(name: LocatedText) { self.name = name }
}
