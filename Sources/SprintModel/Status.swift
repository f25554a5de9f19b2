package import SprintSource

/// How far a task is.
package enum TaskState: String, Sendable, CaseIterable {
  case todo, doing, review, blocked, done, cancelled
  /// None is stated, or none that the vocabulary knows.
  case unknown

  /// Nothing is left to do.
  package var isClosed: Bool { self == .done || self == .cancelled }
  /// Work has begun and is not over.
  package var isActive: Bool { self == .doing || self == .review }

  /// As standard trackers write it.
  package var word: String {
    switch self {
    case .todo: "TODO"
    case .doing: "DOING"
    case .review: "in review"
    case .blocked: "BLOCKED"
    case .done: "DONE"
    case .cancelled: "cancelled"
    case .unknown: "without a known status"
    }
  }

  /// The word of the standard template; empty for a state that nobody stated.
  package var standardWord: String {
    switch self {
    case .todo: "TODO"
    case .doing: "DOING"
    case .review: "REVIEW"
    case .blocked: "BLOCKED"
    case .done: "DONE"
    case .cancelled: "CANCELLED"
    case .unknown: ""
    }
  }
}

/// What a tracker says about how far a task is: `BLOCKED (2025-11-25)`.
package struct Status: Sendable, Hashable {
  // See ``TrackerTask`` for why no property is declared with `?`.

  package var state: TaskState
  package var date: Optional<Located<CalendarDate>>
  /// What is written as a date though the calendar has no such day: `2025-02-30`.
  package var impossibleDate: Optional<LocatedText>
  /// What stands beside state and date.
  package var note: Optional<LocatedText>
  /// As written; empty, at the place where it should stand, where nothing is stated.
  package var text: LocatedText

  package init(
    state: TaskState, date: Located<CalendarDate>? = nil, impossibleDate: LocatedText? = nil,
    note: LocatedText? = nil, text: LocatedText
  ) {
    self.state = state
    self.date = date
    self.impossibleDate = impossibleDate
    self.note = note
    self.text = text
  }

  /// The same at the place of another text, for a status that was read from the same bytes, which began at 0.
  package func moved(to other: Bytes) -> Status {
    Status(
      state: state, date: date?.moved(by: other.startIndex), impossibleDate: impossibleDate?.moved(to: other),
      note: note?.moved(to: other), text: text.moved(to: other))
  }

  /// Whether the tracker says anything.
  package var isStated: Bool { !text.isEmpty }
}
