import Synchronization

/// How far the reading of a workspace is, told by the threads that read it.
package final class ReadingProgress: Sendable {
  private let total = Atomic(0)
  private let done = Atomic(0)

  package init() {}

  func begin(_ count: Int) { total.store(count, ordering: .relaxed) }
  func advance() { done.add(1, ordering: .relaxed) }

  /// A line for people: `reading 312 of 10000 files`, and once all are read, what follows.
  package var text: String {
    let (done, total) = (done.load(ordering: .relaxed), total.load(ordering: .relaxed))
    return done < total ? "reading \(done) of \(total) files" : total > 0 ? "checking \(total) files" : "searching"
  }
}
