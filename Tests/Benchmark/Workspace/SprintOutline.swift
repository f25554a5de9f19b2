import SprintTesting

/// What a made tracker is about, and how far its tasks are; all but what they wait for.
///
/// It follows from number and seed alone, so that other trackers can refer to its tasks without being made anew.
struct SprintOutline: Sendable {
  let number: Int
  let shape: TrackerShape
  /// What its ids begin with, as a word: `Crane`.
  let area: String
  /// The second parts of its ids, as words: `queue`; one after the other.
  let tracks: [String]
  /// The day it starts on, in days since 1970-01-01.
  let start: Int
  var tasks: [PlannedTask] = []

  /// Sprints that one can wait for: those before it, of the same run of this many.
  static let run = 250

  init(_ number: Int, seed: Int) {
    var random = SeededGenerator(seed &* 7919 &+ number &* 2)
    self.number = number
    shape = TrackerShape.of(number)
    area = random.one(of: Wording.areas)
    tracks = Array(Wording.tracks.shuffled(using: &random).prefix(random.number(1...3)))
    // A sprint starts each day of a run. 19,723 is 2024-01-01: a run ends long before today.
    start = 19_723 + (number - 1) % Self.run
    // From 12 to 84 tasks, 30 in the middle, and few of the many.
    let count = shape == .storyDocument ? 12 : 12 + random.number(0...12) * random.number(0...12) / 2
    let done = random.once(in: 5) ? count : count * random.number(2...9) / 10
    let active = random.number(1...3)
    var place = 0
    while place < count {
      let track = place * tracks.count / count
      let first = Self.firstPlace(of: track, tracks.count, count)
      let state: PlannedTask.State =
        if place < done {
          .done
        } else if place < done + active {
          random.once(in: 4) ? .review : .doing
        } else {
          random.once(in: 4) ? .blocked : .todo
        }
      let isPair = shape.isTemplate && state != .doing && random.once(in: 60)
      let members = isPair ? place..<min(place + 2, count) : place..<(place + 1)
      tasks.append(
        PlannedTask(
          stem: stem(tracks[track]), serials: members.map { serial($0, inTrack: $0 - first) }, state: state,
          day: start + min(place, done) * 9 / count + (state == .done ? 1 : 2)))
      place = members.upperBound
    }
  }

  private static func firstPlace(of track: Int, _ tracks: Int, _ count: Int) -> Int {
    (track * count + tracks - 1) / tracks
  }

  private func stem(_ track: String) -> String {
    switch shape {
    case .phase, .numbered, .storyDocument: ""
    case .storyTable: "US"
    default: "\(area)-\(track)-\(number)".uppercased()
    }
  }

  private func serial(_ place: Int, inTrack: Int) -> String {
    switch shape {
    case .phase: "T\(place / 8 + 1).\(place % 8 + 1)"
    case .numbered, .storyDocument: "\(place + 1)"
    case .storyTable: "\(number * 100 + place + 1)"
    default: Self.padded(inTrack + 1, to: 3)
    }
  }

  // MARK: Names

  /// `0412`
  var paddedNumber: String { Self.padded(number, to: 4) }
  /// `Crane queue and store`
  var title: String { "\(area) \(tracks.joined(separator: " and "))" }
  /// Where its work lies.
  var folder: String { "ops/\(area.lowercased())" }
  /// `SPRINT_0412_crane_queue.md`
  var fileName: String { "SPRINT_\(paddedNumber)_\(([area] + tracks).joined(separator: "_").lowercased()).md" }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
