package import SprintSource

/// A key of a mapping and what stands under it.
package struct YAMLEntry: Hashable, Sendable {
  /// Its range includes the quotes, where it has some.
  package let key: Located<String>
  package let value: YAMLNode

  package init(key: Located<String>, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}
