import Foundation
import SprintTesting
import Testing

@testable import SprintBenchmark

#if SPRINTMARK_BENCH
  private let isBuilt = true
#else
  private let isBuilt = false
#endif

/// The benchmark, as `make bench` runs it; where the Makefile builds the tests its program is there.
@Suite(.enabled(if: isBuilt, "`make test` builds the program of the benchmark"))
struct BenchmarkCommandTests {
  private static func run(
    _ arguments: [String], in folder: TemporaryFolder, path: String = "/nonexistent"
  ) async throws -> Run {
    try await Run.of(
      try BuiltProgram.path(of: "SprintBenchmark"), arguments, in: folder.path, variables: ["PATH": path])
  }

  private static func results(in folder: TemporaryFolder, at path: String) throws -> BenchmarkResults {
    try JSONDecoder().decode(BenchmarkResults.self, from: Data(contentsOf: URL(filePath: "\(folder.path)/\(path)")))
  }

  @Test func `programs that are missing are named and left out, and the rest goes on`() async throws {
    let folder = try TemporaryFolder()
    let run = try await Self.run(["--sizes", "2", "--rounds", "1", "--binary", "none/sprintmark"], in: folder)
    #expect(run.status == 0, "\(run.errorText)")
    for name in Tool.allCases.map(\.rawValue) + ["none/sprintmark"] {
      #expect(run.errorText.contains("\(name) is missing: no "), "\(name)")
    }
    let results = try Self.results(in: folder, at: ".build/bench/results.json")
    #expect(results.folders.map(\.rows.count) == [0])
    #expect(results.complaints.count == Tool.allCases.count + 1)
    #expect(results.targets.allSatisfy { $0.isMet == nil })
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/.build/bench/results.md"))
  }

  @Test func `with no peer the tool itself is measured`() async throws {
    let folder = try TemporaryFolder()
    let binary = try BuiltProgram.path(of: "sprintmark")
    let arguments = ["--sizes", "3,2", "--rounds", "2", "--binary", binary, "--output", "out/all.json"]
    let run = try await Self.run(arguments + ["--markdown", "table.md"], in: folder)
    #expect(run.status == 0, "\(run.errorText)")
    let results = try Self.results(in: folder, at: "out/all.json")
    #expect(results.file?.rows.map(\.rounds) == [10, 10])
    #expect(results.folders.map(\.subject.trackers) == [2, 3])
    #expect(results.folders.map { $0.rows.map(\.rounds) } == [[2, 2, 2, 2], [1, 1, 1, 1]])
    #expect(results.folders.allSatisfy { $0.rows.allSatisfy { $0.wall.min > 0 && $0.wall.median <= $0.wall.max } })
    #expect(results.growth.map(\.subject) == results.folders.map(\.subject))
    #expect(results.growth.map { $0.rows.map(\.rounds) } == [[2], [2]])
    #expect(run.outputText.contains("sprintmark compile --emit json"))
    let table = try String(contentsOfFile: "\(folder.path)/table.md", encoding: .utf8)
    #expect(table.contains("| compile --emit json / lint, 2 trackers | 1.50 |"))
  }

  @Test func `with --check what was not measured fails`() async throws {
    let folder = try TemporaryFolder()
    let run = try await Self.run(["--sizes", "1", "--binary", "none", "--check"], in: folder)
    #expect(run.status == 1)
  }

  @Test(arguments: [
    ["--sizes", "0"], ["--sizes", "a"], ["--sizes", "1,,2"], ["--rounds", "0"], ["generate", "0", "1", "x"],
    ["generate", "1"], ["--nothing"],
  ]) func `wrong usage is an error, and nothing is made`(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    let run = try await Self.run(arguments, in: folder)
    #expect(run.status != 0)
    #expect(run.errorText.contains("Error"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `generate makes trackers of any number and seed`() async throws {
    let folder = try TemporaryFolder()
    let run = try await Self.run(["generate", "3", "7", "made"], in: folder)
    #expect(run.status == 0)
    #expect(run.outputText.hasPrefix("wrote 3 trackers of "))
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/made")
    #expect(Set(names) == Set((1...3).map { WorkspaceGenerator(seed: 7).tracker($0).name }))
  }
}
