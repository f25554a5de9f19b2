import SprintSource

/// What short texts were read as: the same states and headers stand in trackers again and again.
///
/// A text has one place, by its hash, and the next with the same place takes it over: what is held is bounded.
struct Memo<Value> {
  /// By hash, the place of a text; -1 where there is none.
  private var slots = [Int](repeating: -1, count: size)
  private var texts: [Bytes] = []
  private var values: [Value] = []

  /// A power of two.
  private static var size: Int { 512 }
  /// The bytes of the longest text that is worth it.
  private static var longest: Int { 160 }

  /// Uses what a text is read as; `read` is given a copy of it that begins at 0, so that places in the value do.
  ///
  /// - Returns: nil where the text is too long to be kept.
  mutating func value<Result>(
    of text: Bytes, readBy read: (Bytes) -> Value, _ use: (Value) -> Result
  ) -> Result? {
    guard text.count <= Self.longest else { return nil }
    let slot = Self.slot(of: text.span)
    let place = slots[slot]
    if place >= 0, texts[place] == text { return use(values[place]) }
    let copy = Bytes(Array(text))
    let value = read(copy)
    if place >= 0 {
      texts[place] = copy
      values[place] = value
    } else {
      slots[slot] = values.count
      texts.append(copy)
      values.append(value)
    }
    return use(value)
  }

  private static func slot(of text: Span<UInt8>) -> Int {
    var hash = FNV1a.start
    for index in text.indices { hash = FNV1a.step(hash, text[index]) }
    return FNV1a.slot(of: hash, size)
  }
}
