package import SprintSource

/// Something that a tracker says a task waits for, as it is written. The linker finds out what is meant.
package struct Reference: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case task
    case sprint
    /// A blocker that is no task: a clause of prose.
    case external
    /// The tracker says that there is none.
    case none
  }

  /// How the text is to be read. Nearly all stand alone, and take no room for another.
  package indirect enum Form: Sendable, Hashable {
    case single
    /// A token in a list, to be read with the id before it: `/002` after `OPS-57-001`.
    case continuation(of: String)
    /// All ids from the one to the other.
    case range(from: String, to: String)
  }

  /// As written, at its place.
  package let text: LocatedText
  package let form: Form
  // At the end it takes no room of its own: there are many references.
  package let kind: Kind

  package init(_ kind: Kind, _ text: LocatedText, form: Form = .single) {
    self.kind = kind
    self.text = text
    self.form = form
  }

  /// What tells a reference from others wherever it stands.
  package struct Meaning: Sendable, Hashable {
    private let kind: Kind
    private let text: Bytes
    private let form: Form

    fileprivate init(_ reference: Reference) {
      kind = reference.kind
      text = reference.text.bytes
      form = reference.form
    }
  }

  package var meaning: Meaning { Meaning(self) }
}
