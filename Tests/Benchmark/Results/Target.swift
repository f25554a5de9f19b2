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
  /// largest, which may take a twentieth more than in proportion.
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
    if let folder, let largest = results.folders.last, largest.subject.trackers > folder.subject.trackers {
      targets.append(
        Target(
          name: "lint, \(largest.subject.trackers) trackers / \(folder.subject.trackers)",
          value: quotient(largest[.lint]?.wall.median, folder[.lint]?.wall.median),
          limit: 1.05 * Double(largest.subject.trackers) / Double(folder.subject.trackers), unit: .ratio))
    }
    return targets
  }

  private static func quotient(_ one: Double?, _ other: Double?) -> Double? {
    guard let one, let other, other > 0 else { return nil }
    return one / other
  }
}
