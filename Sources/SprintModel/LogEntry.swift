package import SprintSource

/// A line of an execution log.
package struct LogEntry: Sendable, Equatable {
  package enum Event: String, Sendable, CaseIterable {
    case completed, started, blocked, unblocked, note
  }

  /// A task that an entry names.
  package struct Mention: Sendable, Hashable {
    package let reference: Reference
    /// Whether the event of the entry is about this task; others are named on the way.
    package let isSubject: Bool

    package init(_ reference: Reference, isSubject: Bool) {
      self.reference = reference
      self.isSubject = isSubject
    }
  }

  // See ``TrackerTask`` for why no property is declared with `?`.

  /// Nil where `dateText` is no date.
  package var date: Optional<CalendarDate>
  /// As written; empty where the date is missing.
  package var dateText: LocatedText
  package var update: LocatedText
  package var owner: Optional<LocatedText>
  package var mentions: [Mention]
  package var event: Event
  /// The row.
  package var range: ByteRange

  package init(
    date: CalendarDate?, dateText: LocatedText, update: LocatedText, owner: LocatedText?,
    mentions: [Mention], event: Event, range: ByteRange
  ) {
    self.date = date
    self.dateText = dateText
    self.update = update
    self.owner = owner
    self.mentions = mentions
    self.event = event
    self.range = range
  }
}
