/// Where in the configuration files values stand; the others are defaults.
package struct Origins: Sendable, Equatable {
  package struct Place: Sendable, Equatable {
    /// The path of the file, as it is shown.
    package let file: String
    /// Counted from 1.
    package let line: Int

    package init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  private var places: [[String]: Place] = [:]

  package init() {}

  /// The paths of the files in which a value stands that holds, in the order of their names.
  package var files: [String] { Set(places.values.map(\.file)).sorted() }

  /// The place of the value under these keys, one inside the other; the last can be an item of a list.
  package subscript(keys: [String]) -> Place? {
    get { places[keys] }
    set { places[keys] = newValue }
  }
}
