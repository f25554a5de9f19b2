/// A figure, and how large it may be.
struct Target: Codable, Sendable, Equatable {
  let name: String
  /// nil where it was not measured.
  let value: Double?
  let limit: Double
  let unit: Unit

  enum Unit: String, Codable, Sendable {
    case ratio, milliseconds, megabytes
  }

  /// nil where it was not measured.
  var isMet: Bool? { value.map { $0 <= limit } }

  /// All targets. What is said of a folder is said of the smallest, except for growth: that is from the smallest to the
  /// largest, which may take a twentieth more than in proportion. Growth is that of the least times: what the machine
  /// takes for memory that it has not at hand can only add to them, and adds more to the larger folder.
  static func all(of results: BenchmarkResults) -> [Target] {
    let folder = results.folders.first
    func ratio(
      _ name: String, _ one: KeyPath<BenchmarkResults.Row, Spread>, _ first: MeasuredCommand.Kind,
      _ second: MeasuredCommand.Kind, _ limit: Double
    ) -> Target {
      let value = quotient(folder?[first]?[keyPath: one].median, folder?[second]?[keyPath: one].median)
      return Target(name: name, value: value, limit: limit, unit: .ratio)
    }
    func start(_ name: String, _ kind: MeasuredCommand.Kind) -> Target {
      Target(name: name, value: results.file?[kind].map { $0.wall.median * 1e3 }, limit: 6, unit: .milliseconds)
    }
    let size = folder.map { "\($0.subject.trackers) trackers" } ?? "a folder"
    var targets = [
      ratio("lint / rumdl without its noisiest rules, both cold, \(size)", \.wall, .lint, .rumdl, 0.6),
      ratio("lint / bare parse, user CPU, \(size)", \.user, .lint, .bareParse, 1.5),
      ratio("compile --emit json / lint, \(size)", \.wall, .compile, .lint, 1.5),
      Target(
        name: "peak memory of lint, \(size)", value: folder?[.lint]?.peakMemory.map { Double($0) / 0x10_0000 },
        limit: 96, unit: .megabytes),
      start("--version", .version), start("lint of one small file", .lint),
    ]
    if let smallest = folder?.subject.trackers, let largest = results.folders.last?.subject.trackers, largest > smallest
    {
      targets.append(
        Target(
          name: "lint, \(largest) trackers / \(smallest), in turns",
          value: quotient(results.growth.last?[.lint]?.wall.min, results.growth.first?[.lint]?.wall.min),
          limit: 1.05 * Double(largest) / Double(smallest), unit: .ratio))
    }
    return targets
  }

  private static func quotient(_ one: Double?, _ other: Double?) -> Double? {
    guard let one, let other, other > 0 else { return nil }
    return one / other
  }
}
