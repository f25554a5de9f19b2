import SprintModel
import SprintSource

/// The names that a sprint goes by: its number, its code, and the beginnings of its file's name at an underscore.
struct SprintNames: Sendable {
  private var sprints: [String: [Int]] = [:]

  init(_ sprints: [Sprint]) {
    for (index, sprint) in sprints.enumerated() {
      var names: Set<String> = []
      if let number = sprint.number?.value { names.insert(number.lowercased()) }
      if let code = sprint.code?.value { names.insert(code.lowercased()) }
      let slug = sprint.slug.lowercased()
      if slug.hasPrefix("sprint_") {
        let name = slug.dropFirst("sprint_".count)
        names.insert(String(name))
        for place in name.indices where name[place] == "_" { names.insert(String(name[..<place])) }
      }
      for name in names { self.sprints[name, default: []].append(index) }
    }
  }

  /// The sprints that a name stands for, in the order of their paths.
  ///
  /// The sprint in which the name stands is not meant.
  func sprints(named name: String, besides own: Int) -> [Int] {
    (sprints[name.lowercased()] ?? []).filter { $0 != own }
  }
}
