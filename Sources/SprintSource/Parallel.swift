private import Dispatch
private import Glibc
private import Synchronization

/// Work on independent things on several threads at once.
package enum Parallel {
  /// How many threads there are to be had at most: one for each core that may run them.
  package static var threads: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Does something for each place from 0 up to `count`.
  ///
  /// - Parameters:
  ///   - count: the number of places.
  ///   - threads: how many threads may work; with one, all is done on the thread of the caller.
  ///   - body: called once for each place.
  /// - Returns: the results in the order of the places, whatever thread came first.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int = Parallel.threads, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    map(count, threads: threads, tools: { _ in }, { _, place in body(place) })
  }

  /// The same with tools, which each thread makes for itself: threads that count references to the same objects hold
  /// each other up. The thread with the number 0 may take some that are there.
  package static func map<Tools, Result: Sendable>(
    _ count: Int, threads: Int = Parallel.threads, tools: @Sendable (_ thread: Int) -> Tools,
    _ body: @Sendable (inout Tools, Int) -> Result
  ) -> [Result] {
    // A thread takes its time to begin: a few small pieces are done before.
    let threads = min(threads, count / fewest)
    guard threads > 1 else {
      var tools = tools(0)
      return (0..<count).map { body(&tools, $0) }
    }
    let next = Atomic(0)
    return unsafe [Result](unsafeUninitializedCapacity: count) { results, initializedCount in
      // Each place is written once, by the thread that took it.
      nonisolated(unsafe) let results = unsafe results
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        var tools = tools(thread)
        while case let place = next.wrappingAdd(1, ordering: .relaxed).oldValue, place < count {
          unsafe results.initializeElement(at: place, to: body(&tools, place))
        }
      }
      initializedCount = count
    }
  }

  /// A thread for fewer pieces than these is none.
  private static let fewest = 4
}
