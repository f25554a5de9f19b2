package import SprintSource

/// A sprint tracker: what one file says.
package struct Sprint: Sendable, Equatable {
  /// The place of its file among those that were read.
  package var file: Int
  package var path: String
  /// The file's name without its extension: what short ids are qualified with.
  package var slug: String
  /// `506` of `# Sprint 506 · …`, or else of the file's name.
  package var number: LocatedText?
  /// The number in the file's name, groups of digits: `506`, `20260117_015`.
  package var numberInName: String?
  /// `190.B` of a title.
  package var code: LocatedText?
  package var title: LocatedText?
  /// The way in which its tasks are written; nil where it has none.
  package var dialect: String?
  package var startDate: Located<CalendarDate>?
  package var endDate: Located<CalendarDate>?
  /// What is written as the start or the end though the calendar has no such day.
  package var impossibleDates: [LocatedText] = []
  package var workingDirectories: [LocatedText] = []
  package var sprintDependencies: [Reference] = []
  package var groups: [TaskGroup] = []
  package var tasks: [TrackerTask] = []
  package var log: [LogEntry] = []
  /// Texts of the sections that are lists of statements, in the order of the file.
  package var statements: [SectionKind: [LocatedText]] = [:]
  /// What the decisions and checkpoints say of tasks, in the order of the file.
  package var claims: [Claim] = []
  /// Where the links of the document lead, as written.
  package var links: [LocatedText] = []
  /// The sections that the file has, each with its first heading.
  package var sections: [SectionKind: ByteRange] = [:]
  package var frontMatter: ByteRange?
  package var irregularities: [Irregularity] = []
  /// How each table, list and block was read.
  package var readings: [Reading] = []
  /// The header of a table that would be the tracker, had it any row.
  package var emptyTracker: ByteRange?
  /// Why a file without tasks looks like a page that was copied as it is shown.
  package var looksRendered: String?
  /// What the linter is told to leave alone, in the order of the file.
  package var suppressions: [SuppressionComment] = []
  /// What no text should hold, in the order of the file; cut off where it is too much to be a text.
  package var invalidText: [Located<InvalidText>] = []
  /// Why the file was not read; then nothing else is known of it.
  package var refusal: Excess?

  package init(file: Int, path: String, slug: String) {
    self.file = file
    self.path = path
    self.slug = slug
  }

  package var decisions: [LocatedText] { statements[.decisions] ?? [] }
  package var checkpoints: [LocatedText] { statements[.checkpoints] ?? [] }
  package var prerequisites: [LocatedText] { statements[.prerequisites] ?? [] }
}

/// What a section of a tracker is for.
package enum SectionKind: String, Sendable, CaseIterable {
  case scope, dependencies, prerequisites, tracker, log, decisions, checkpoints
  /// A section that is none of a tracker's.
  case other

  /// (The hash of a kind's name is slow.)
  package func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }

  private var ordinal: Int {
    switch self {
    case .scope: 0
    case .dependencies: 1
    case .prerequisites: 2
    case .tracker: 3
    case .log: 4
    case .decisions: 5
    case .checkpoints: 6
    case .other: 7
    }
  }

  /// The heading in the standard template.
  package var standardHeading: String? {
    switch self {
    case .scope: "Topic & Scope"
    case .dependencies: "Dependencies & Concurrency"
    case .prerequisites: "Documentation Prerequisites"
    case .tracker: "Delivery Tracker"
    case .log: "Execution Log"
    case .decisions: "Decisions & Risks"
    case .checkpoints: "Next Checkpoints"
    case .other: nil
    }
  }
}
