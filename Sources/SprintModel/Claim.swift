package import SprintSource

/// What a statement says plainly of the state of tasks: `A-1-001 and A-1-002 remain blocked`.
package struct Claim: Sendable, Equatable {
  /// The section that the statement stands in.
  package let section: SectionKind
  /// The tasks, as the statement names them.
  package let subjects: [Reference]
  package let state: TaskState
  /// The words that say so.
  package let phrase: LocatedText

  package init(section: SectionKind, subjects: [Reference], state: TaskState, phrase: LocatedText) {
    self.section = section
    self.subjects = subjects
    self.state = state
    self.phrase = phrase
  }
}
