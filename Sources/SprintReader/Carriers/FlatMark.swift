/// A place in a flattened line where a block may begin.
struct FlatMark {
  enum Kind: UInt8 {
    case heading
    case bullet
    case number
    case quote
    /// `Status:`, as the first word of a line.
    case label
    /// `**Status:**`.
    case boldLabel
    /// `[Area]`.
    case area
    /// `---`.
    case rule
    /// A code block, fence and all.
    case code
    /// Two blanks or more, left over from a blank line.
    case gap
    /// A table row that follows no table.
    case row
  }

  let kind: Kind
  private let place: UInt32

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    place = UInt32(clamping: offset)
  }

  /// The first byte of what the mark is made of.
  var offset: Int { Int(place) }
}
