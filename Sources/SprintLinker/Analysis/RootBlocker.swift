/// What blocked tasks wait for in the end.
package struct RootBlocker: Sendable, Hashable {
  package enum Cause: Sendable, Hashable {
    /// A task that is open and waits for nothing that is open.
    case task(Int)
    /// A clause of prose, as it is written where it comes first.
    case external(String)
    /// A name that no task or sprint has, or that several have.
    case unknown(String)
    /// A sprint in which something is open.
    case sprint(Int)
    /// Tasks that wait for each other and for nothing else.
    case cycle([Int])
  }

  /// A place where the blocker is named.
  package struct Source: Sendable, Hashable {
    package let task: TaskIndex
    /// The place of the reference among the dependencies of the task.
    package let reference: Int
  }

  package let cause: Cause
  /// A task's id, a sprint's slug, or the words.
  package let name: String
  /// The open tasks that wait for it and for nothing on the way, as nodes, in the order of the files.
  package let waiting: [Int]
  /// Where those that are no tasks are named, in the order of the files.
  package let sources: [Source]
  package internal(set) var impact = Impact()

  /// The open tasks that wait for a blocker, at once or through others.
  package struct Impact: Sendable, Hashable {
    package var tasks = 0
    /// Those of them that are blocked.
    package var blocked = 0
    package var sprints = 0
    /// With the number of their tasks: most first, then by name.
    package var owners: [Owner] = []

    package struct Owner: Sendable, Hashable {
      package let name: String
      package let tasks: Int
    }
  }
}
