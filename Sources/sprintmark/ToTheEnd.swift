import SprintSource

/// Keeps values until the process ends, which then gives back all memory at once.
enum ToTheEnd {
  private static let kept = Locked<[any Sendable]>([])

  /// To free thousands of documents piece by piece takes longer than to check them for one rule.
  static func keep(_ value: some Sendable) { kept.withLock { $0.append(value) } }
}
