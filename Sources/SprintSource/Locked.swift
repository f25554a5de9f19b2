private import Dispatch

/// A value that one thread at a time may use.
///
/// `Mutex` of the standard library is the same, but threads wait for it in the kernel, where ThreadSanitizer does not see
/// that they do: it reports races that are none.
@safe package final class Locked<Value>: @unchecked Sendable {
  private var value: Value
  private let turn = DispatchQueue(label: "locked value")

  package init(_ value: sending Value) { self.value = value }

  /// Runs something that may change the value, once nobody else uses it; it must not ask for the value again.
  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result { turn.sync { body(&value) } }
}
