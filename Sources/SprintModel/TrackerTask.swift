package import SprintSource

/// A unit of work that a tracker declares. A row with several ids declares several tasks, which share the row.
package struct TrackerTask: Sendable, Equatable {
  // With `?` an optional property is nil before the initializer sets it, and the initializer copies all that it has set.

  package var id: Located<TaskID>
  /// What the task is called outside its sprint.
  package var uid: String
  /// The label of the row, if it has one: `19`, `P1`.
  package var row: Optional<Located<String>>
  /// The cell, heading or bullet part that declares the id, with all ids of the row.
  package var label: Located<String>
  /// The place of its group in the sprint's groups.
  package var group: Optional<Int>
  package var status: Status
  package var owners: [Owner]
  /// Where the work lies.
  package var paths: [Located<String>]
  /// The cell or field about dependencies, as written.
  package var dependencyText: Optional<Located<String>>
  /// In the order in which they are written.
  package var dependencies: [Reference]
  package var definition: Optional<Located<String>>
  package var acceptance: [Criterion]
  package var estimate: Optional<Located<String>>
  package var priority: Optional<Located<String>>
  package var notes: Optional<Located<String>>
  /// The row, bullet or block.
  package var range: ByteRange

  package init(
    id: Located<TaskID>, uid: String, row: Located<String>? = nil, label: Located<String>, group: Int? = nil,
    status: Status, owners: [Owner] = [], paths: [Located<String>] = [], dependencyText: Located<String>? = nil,
    definition: Located<String>? = nil, acceptance: [Criterion] = [], estimate: Located<String>? = nil,
    priority: Located<String>? = nil, notes: Located<String>? = nil, range: ByteRange
  ) {
    self.id = id
    self.uid = uid
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
}

/// Who works on a task.
package struct Owner: Sendable, Hashable {
  package let name: Located<String>

  package init(_ name: Located<String>) { self.name = name }
}

/// A condition for a task or a group to be done.
package struct Criterion: Sendable, Hashable {
  package let text: Located<String>
  package let isDone: Bool

  package init(_ text: Located<String>, isDone: Bool) {
    self.text = text
    self.isDone = isDone
  }
}

/// Tasks that a sprint keeps together: an epic, a wave, a workstream.
package struct TaskGroup: Sendable, Equatable {
  package var name: Located<String>
  package var dialect: String?
  /// In an index of sprints, the sprint that the group stands for: its number, code or file.
  package var sprint: Located<String>?
  /// Where the group as a whole has one.
  package var status: Status?
  package var acceptance: [Criterion] = []

  package init(name: Located<String>) { self.name = name }
}
