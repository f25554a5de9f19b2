import SprintModel
import SprintSource

/// The names that sprints go by: their numbers, their codes, and the beginnings of their files' names at an underscore.
struct SprintNames: Sendable {
  private let sprints: [Sprint]
  /// The sprints by name, made when a name is first looked up.
  private let places = LazyValue<[String: [Int]]>()

  init(_ sprints: [Sprint]) { self.sprints = sprints }

  /// The sprints that a name stands for, in the order of their paths.
  ///
  /// The sprint in which the name stands is not meant.
  func sprints(named name: String, besides own: Int) -> [Int] {
    let places = places.get { Self.places(of: sprints) }
    return (places[name.lowercased()] ?? []).filter { $0 != own }
  }

  private static func places(of sprints: [Sprint]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    places.reserveCapacity(4 * sprints.count)
    func add(_ index: Int, _ name: String) { add(index, to: &places[name, default: []]) }
    func add(_ index: Int, to places: inout [Int]) {
      // Several names of one sprint may be the same.
      if places.last != index { places.append(index) }
    }
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
    return places
  }
}
