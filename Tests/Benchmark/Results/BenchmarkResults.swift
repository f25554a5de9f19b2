/// All that a run of the benchmark has found: what is written as JSON.
struct BenchmarkResults: Codable, Sendable {
  /// What some commands were measured on.
  struct Subject: Codable, Sendable, Equatable {
    let trackers: Int
    /// Of all its files.
    let bytes: Int
  }

  /// What a command has taken, in seconds and bytes.
  struct Row: Codable, Sendable {
    let command: MeasuredCommand.Kind
    let rounds: Int
    let wall: Spread
    let user: Spread
    let system: Spread
    /// User and system together.
    let cpu: Spread
    /// The most memory at once; nil where it is too little to be told from what the benchmark itself takes.
    let peakMemory: Int?

    /// - Returns: nil where there are no runs.
    init?(_ command: MeasuredCommand.Kind, _ runs: [ProgramRun]) {
      guard let wall = Spread(runs.map(\.wall)), let user = Spread(runs.map(\.user)),
        let system = Spread(runs.map(\.system)), let cpu = Spread(runs.map { $0.user + $0.system })
      else { return nil }
      self.command = command
      rounds = runs.count
      self.wall = wall
      self.user = user
      self.system = system
      self.cpu = cpu
      peakMemory = runs.compactMap(\.peakMemory).max()
    }
  }

  struct Group: Codable, Sendable {
    let subject: Subject
    var rows: [Row]

    subscript(command: MeasuredCommand.Kind) -> Row? { rows.first { $0.command == command } }
  }

  struct Instructions: Codable, Sendable {
    let command: MeasuredCommand.Kind
    let count: Int
  }

  /// As YYYY-MM-DD, in UTC.
  let date: String
  let cores: Int
  /// What the trackers were drawn with.
  let seed: Int
  /// Of the peers, as they say it.
  var versions: [String] = []
  /// One small file.
  var file: Group?
  /// Whole folders, the smallest first.
  var folders: [Group] = []
  /// The smallest and the largest folder, in turns.
  var growth: [Group] = []
  /// What the instructions were counted on.
  var counted: Subject?
  var instructions: [Instructions] = []
  var targets: [Target] = []
  /// What was missing or failed.
  var complaints: [String] = []
}
