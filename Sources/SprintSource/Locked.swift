private import Glibc

/// A value that one thread at a time may use.
///
/// `Mutex` of the standard library is the same, but where threads wait for it, ThreadSanitizer does not see that they do,
/// and reports races that are none; it knows the locks of the C library. A value without a size, `Locked(())`, it
/// takes for its neighbour.
@safe package final class Locked<Value>: @unchecked Sendable {
  private var value: Value
  /// In a place of its own, as a lock must not move.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>

  package init(_ value: sending Value) {
    self.value = value
    unsafe lock = .allocate(capacity: 1)
    // It fails for want of memory alone, which no attribute needs.
    unsafe pthread_mutex_init(lock, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  /// Runs something that may change the value, once nobody else uses it; it must not ask for the value again.
  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body(&value)
  }
}
