import SprintModel
import SprintSource

/// The names that a sprint goes by: its number, its code, and the beginnings of its file's name at an underscore.
struct SprintNames: Sendable {
  private var sprints: [String: [Int]] = [:]

  init(_ sprints: [Sprint]) {
    self.sprints.reserveCapacity(4 * sprints.count)
    for index in sprints.indices {
      if let number = sprints[index].number?.value { add(index, number.lowercased()) }
      if let code = sprints[index].code?.value { add(index, code.lowercased()) }
      let slug = sprints[index].slug.lowercased()
      if slug.hasPrefix("sprint_") {
        let name = slug.utf8.dropFirst("sprint_".utf8.count)
        add(index, String(Substring(name)))
        for place in name.indices where name[place] == UInt8(ascii: "_") {
          add(index, String(Substring(name[..<place])))
        }
      }
    }
  }

  private mutating func add(_ index: Int, _ name: String) {
    // Several names of one sprint may be the same.
    if sprints[name]?.last != index { sprints[name, default: []].append(index) }
  }

  /// The sprints that a name stands for, in the order of their paths.
  ///
  /// The sprint in which the name stands is not meant.
  func sprints(named name: String, besides own: Int) -> [Int] {
    (sprints[name.lowercased()] ?? []).filter { $0 != own }
  }
}
