import SprintSource

/// What decides where a finding stands among others.
struct SortKey: Comparable {
  /// The place of the file's path among all paths.
  let file: Int
  /// What is about the file as a whole stands first.
  let range: ByteRange?
  let code: String
  let message: String

  static func < (one: SortKey, other: SortKey) -> Bool {
    if one.file != other.file { return one.file < other.file }
    if one.range != other.range {
      guard let first = one.range, let second = other.range else { return one.range == nil }
      return first < second
    }
    return one.code != other.code ? one.code < other.code : one.message < other.message
  }

  /// By file, the place of its path in the order of the paths; the same for the same path.
  static func ranks(of paths: [String]) -> [Int] {
    var ranks = [Int](repeating: 0, count: paths.count)
    var last: Int?
    for file in paths.indices.sorted(by: { paths[$0] < paths[$1] }) {
      ranks[file] = last.map { ranks[$0] + (paths[$0] == paths[file] ? 0 : 1) } ?? 0
      last = file
    }
    return ranks
  }
}
