/// On which lines of the configuration file values stand; the others are defaults.
package struct Origins: Sendable, Equatable {
  private var lines: [[String]: Int] = [:]

  package init() {}

  /// The line, counted from 1, of the value under these keys, one inside the other; the last can be an item of a list.
  package subscript(keys: [String]) -> Int? {
    get { lines[keys] }
    set { lines[keys] = newValue }
  }
}
