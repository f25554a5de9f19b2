import SprintModel
import SprintSource

/// The ids that mean the same in every file, by a part of them.
struct IDParts: Sendable {
  private let names: NameTable
  /// The place of the part in an id; nil where that has none.
  private let part: @Sendable (Span<UInt8>) -> Range<Int>?
  private let nodes: KeyIndex

  init(_ names: NameTable, by part: @escaping @Sendable (Span<UInt8>) -> Range<Int>?) {
    self.names = names
    self.part = part
    let bytes = names.bytes.span
    nodes = KeyIndex(
      names.indices.map { node in
        let id = bytes.extracting(names.range(ofName: node))
        guard let range = part(id), TaskID.isGlobal(id) else { return Self.none }
        return Self.key(of: id.extracting(range))
      })
  }

  /// The nodes of the ids that have a text for this part, in their order, at most so many.
  func nodes(with text: Span<UInt8>, most: Int = .max) -> [Int] {
    let bytes = names.bytes.span
    return nodes.places(for: Self.key(of: text), most: most) { node in
      let id = bytes.extracting(names.range(ofName: node))
      guard let range = part(id), range.count == text.count else { return false }
      return text.indices.allSatisfy { id[range.lowerBound + $0] == text[$0] }
    }
  }

  private static func key(of text: Span<UInt8>) -> UInt64 { UInt64(NameTable.hash(of: text)) }

  /// No text has this key.
  private static let none = UInt64.max
}
