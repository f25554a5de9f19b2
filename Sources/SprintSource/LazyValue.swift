private import Dispatch
private import Synchronization

/// A value that is made when somebody first asks for it, once, on whatever thread that is.
package final class LazyValue<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let box = AtomicLazyReference<Box>()
  /// Who asks while the value is made waits for it.
  private let turn = DispatchQueue(label: "lazy value")

  package init() {}

  /// The value; `make` makes it the first time.
  package func get(_ make: () -> Value) -> Value {
    if let known = box.load() { return known.value }
    return turn.sync { (box.load() ?? box.storeIfNil(Box(make()))).value }
  }
}
