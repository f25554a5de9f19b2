package import SprintModel
import SprintSource

/// The ids of a sprint, by task, in one piece: the strings of many sprints lie all over the memory.
package struct DeclaredIDs: Sendable {
  /// Each begins where the one before it ends.
  private(set) var bytes: [UInt8] = []
  private(set) var uids: [(end: Int, hash: UInt32)] = []
  /// Whether some mean something in the sprint alone.
  private(set) var areShort = false

  package init(_ sprint: borrowing Sprint) {
    // Tasks are looked at in their place: a copy of one would copy all that it holds.
    var size = 0
    for task in sprint.tasks.indices { size += sprint.tasks[task].name.count }
    bytes.reserveCapacity(size)
    uids.reserveCapacity(sprint.tasks.count)
    for task in sprint.tasks.indices {
      let name = sprint.tasks[task].name
      bytes += name
      uids.append((bytes.count, NameTable.hash(of: name.span)))
      areShort = areShort || !sprint.tasks[task].id.value.isGlobal
    }
  }
}
