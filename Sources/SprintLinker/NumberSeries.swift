import SprintSource

/// Ids by what stands before the number at their end, in the order of that number.
struct NumberSeries: Sendable {
  /// An id that ends in a number.
  struct Member: Sendable {
    let number: Int
    /// The digits of the number as it is written.
    let width: Int
    let node: Int
  }

  private let stems: NameTable
  private var members: [[Member]] = []

  init(_ names: NameTable) {
    var stems = NameTable()
    let bytes = names.bytes.span
    for node in 0..<names.count {
      let uid = bytes.extracting(names.range(ofName: node))
      let width = Self.width(of: uid)
      guard let number = Self.number(in: uid, width: width) else { continue }
      let stem = stems.add(uid.extracting(first: uid.count - width))
      if stem == members.count { members.append([]) }
      members[stem].append(Member(number: number, width: width, node: node))
    }
    self.stems = stems
    for stem in members.indices { members[stem].sort { ($0.number, $0.width) < ($1.number, $1.width) } }
  }

  /// The ids that begin like a name and have numbers within bounds for the one at its end.
  func members(like name: String, _ numbers: ClosedRange<Int>) -> ArraySlice<Member> {
    let name = name.utf8.span
    guard let stem = stems.number(of: name.extracting(first: name.count - Self.width(of: name))) else { return [] }
    let all = members[stem]
    return all[
      all.partitionPoint { $0.number < numbers.lowerBound }..<all.partitionPoint { $0.number <= numbers.upperBound }]
  }

  /// The number that an id ends in, and its digits; nil where there is none, or one too large for an integer.
  static func number(of name: String) -> (value: Int, width: Int)? {
    let width = width(of: name.utf8.span)
    return number(in: name.utf8.span, width: width).map { ($0, width) }
  }

  private static func width(of name: Span<UInt8>) -> Int {
    var width = 0
    while width < name.count, name[name.count - 1 - width].isDigit { width += 1 }
    return width
  }

  private static func number(in name: Span<UInt8>, width: Int) -> Int? {
    guard width > 0 else { return nil }
    var number = 0
    for place in name.count - width..<name.count {
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = tens.addingReportingOverflow(Int(name[place] - UInt8(ascii: "0")))
      if isTooLarge || overflows { return nil }
      number = sum
    }
    return number
  }
}
