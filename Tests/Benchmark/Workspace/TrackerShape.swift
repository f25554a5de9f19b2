/// How a made tracker lists its tasks: a dialect, by the name that the reader has for it.
enum TrackerShape: String, CaseIterable, Sendable {
  case standard
  case pipeLess = "pipe-less"
  case taskBlocks = "task-blocks"
  case bullets
  case moduleBoard = "module-board"
  case handle
  case dependsColumn = "depends-column"
  /// The standard table, and waves above it.
  case waves
  /// The standard table, and an index of earlier sprints above it.
  case sprintIndex = "sprint-index"
  case workstream
  case storyTable = "story-table"
  case planGroups = "plan-groups"
  case phase
  case numbered
  case fieldBullets = "field-bullets"
  case storyDocument = "story-document"

  /// The shape of a tracker, by its number.
  static func of(_ number: Int) -> TrackerShape {
    // 37 and 100 have no divisor in common: in any hundred trackers on end all shapes have their share.
    slots[number * 37 % slots.count]
  }

  /// How many of a hundred trackers have it.
  private var share: Int {
    switch self {
    case .standard: 65
    case .pipeLess, .taskBlocks: 8
    case .bullets: 4
    case .moduleBoard, .handle, .dependsColumn: 2
    case .waves, .sprintIndex, .workstream, .storyTable, .planGroups, .phase, .numbered, .fieldBullets, .storyDocument:
      1
    }
  }

  private static let slots = allCases.flatMap { Array(repeating: $0, count: $0.share) }

  /// Whether its tasks have ids that others may refer to.
  var hasGlobalIDs: Bool {
    switch self {
    case .phase, .numbered, .storyDocument: false
    default: true
    }
  }

  /// Whether it is written in today's template, with all its sections.
  var isTemplate: Bool { [.standard, .waves, .sprintIndex].contains(self) }

  /// Whether its states say since when they are.
  var datesStates: Bool {
    switch self {
    case .bullets, .storyTable, .phase, .numbered, .fieldBullets, .storyDocument: false
    default: true
    }
  }
}
