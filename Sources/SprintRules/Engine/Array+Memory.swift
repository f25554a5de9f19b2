extension Array {
  /// The value at a place, which is made when it is first asked for.
  mutating func value<Value>(at place: Int, made make: (Int) -> Value) -> Value where Element == Value? {
    if let known = self[place] { return known }
    let value = make(place)
    self[place] = value
    return value
  }
}
