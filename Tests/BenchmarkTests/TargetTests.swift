import Foundation
import SprintTesting
import Testing

@testable import SprintBenchmark

struct TargetTests {
  private static func run(_ wall: Double, user: Double = 0, peak: Int? = nil) -> ProgramRun {
    ProgramRun(wall: wall, user: user, system: 1, peakMemory: peak, status: 0)
  }

  private static func group(
    _ trackers: Int, _ runs: KeyValuePairs<MeasuredCommand.Kind, [ProgramRun]>
  ) -> BenchmarkResults.Group {
    BenchmarkResults.Group(
      subject: .init(trackers: trackers, bytes: 1), rows: runs.compactMap { BenchmarkResults.Row($0.key, $0.value) })
  }

  private static func results(
    file: BenchmarkResults.Group? = nil, folders: [BenchmarkResults.Group] = [], growth: [BenchmarkResults.Group] = []
  ) -> BenchmarkResults {
    var results = BenchmarkResults(date: "2026-01-31", cores: 2, seed: 1)
    (results.file, results.folders, results.growth) = (file, folders, growth)
    results.targets = Target.all(of: results)
    return results
  }

  private static let all = results(
    file: group(1, [.version: [run(0.004)], .lint: [run(0.007), run(0.006), run(0.0061)]]),
    folders: [
      group(
        100,
        [
          .lint: [run(0.2, user: 0.3, peak: 60 << 20), run(0.4, user: 0.3, peak: 97 << 20), run(0.3, user: 0.3)],
          .rumdl: [run(0.5)], .bareParse: [run(9, user: 0.2)], .compile: [run(0.6)],
        ]),
      group(1000, [.lint: [run(5)]]),
    ],
    growth: [group(100, [.lint: [run(0.4), run(0.3), run(0.5)]]), group(1000, [.lint: [run(9), run(5), run(3.3)]])])

  @Test(arguments: [
    (0, 0.6, 0.6, true), (1, 1.5, 1.5, true), (2, 2, 1.5, false), (3, 97, 96, false), (4, 4, 6, true),
    (5, 6.1, 6, false), (6, 11, 10.5, false),
  ]) func `figures are held against their limits: medians, of memory the most, of growth the least`(
    place: Int, value: Double, limit: Double, isMet: Bool
  ) throws {
    let target = Self.all.targets[place]
    #expect(abs(try #require(target.value) - value) < 1e-9, "\(target.name)")
    #expect(target.limit == limit)
    // The quotients that lie on the limit may lie beside it by the last bit.
    if abs(value - limit) > 1e-9 { #expect(target.isMet == isMet) }
  }

  @Test func `a limit is met by what is as large as it`() {
    func target(_ value: Double?) -> Target { Target(name: "", value: value, limit: 6, unit: .ratio) }
    #expect([6, 6.01, nil].map { target($0).isMet } == [true, false, nil])
  }

  @Test func `what was not measured meets no target and fails none`() {
    for results in [
      Self.results(), Self.results(folders: [Self.group(100, [.lint: [], .rumdl: [Self.run(0)]])]),
    ] {
      #expect(results.targets.count == 6)
      #expect(results.targets.allSatisfy { $0.value == nil && $0.isMet == nil })
      #expect(ResultReport(results: results).text.contains("not measured"))
    }
  }

  @Test func `the report has all figures, the table of the README ratios alone`() {
    let report = ResultReport(results: Self.all)
    for part in [
      "300.0", "97.0", "100 trackers, in turns", "9000.0", "sprintmark lint", "not met", "100 trackers",
      "1000 trackers",
    ] {
      #expect(report.text.contains(part), "\(part)")
    }
    let lines = report.markdown.split(separator: "\n")
    #expect(lines.first == "Measured on 2026-01-31, on 2 cores:")
    #expect(lines.contains("| compile --emit json / lint, 100 trackers | 1.50 | 2.00 |"))
    #expect(lines.contains("| lint, 1000 trackers / 100, in turns | 10.50 | 11.00 |"))
    #expect(lines.count == 3 + Self.all.targets.count)
  }

  @Test func `results come back from JSON as they were`() throws {
    let data = try JSONEncoder().encode(Self.all)
    let read = try JSONDecoder().decode(BenchmarkResults.self, from: data)
    #expect(read.targets == Self.all.targets)
    #expect(ResultReport(results: read).text == ResultReport(results: Self.all).text)
  }
}
