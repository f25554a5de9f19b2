extension Dictionary {
  /// The value for a key, which is made when it is first asked for.
  mutating func value(for key: Key, made make: (Key) -> Value) -> Value {
    if let known = self[key] { return known }
    let value = make(key)
    self[key] = value
    return value
  }
}
