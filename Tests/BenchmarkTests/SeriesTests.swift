import SprintTesting
import SystemPackage
import Testing

@testable import SprintBenchmark

struct SeriesTests {
  private static let commands: [MeasuredCommand] = [
    MeasuredCommand(kind: .lint, arguments: ["a"]), MeasuredCommand(kind: .rumdl, arguments: ["b"]),
    MeasuredCommand(kind: .cmark, arguments: ["c"]),
  ]

  private static func run(_ wall: Double) -> ProgramRun {
    ProgramRun(wall: wall, user: 0, system: 0, peakMemory: nil, status: 0)
  }

  @Test func `commands take turns, after a round that does not count`() {
    var order = ""
    let outcome = Series(commands: Self.commands, rounds: 2).measure { command in
      order += command.arguments[0]
      return Self.run(Double(order.count))
    }
    #expect(order == "abcabcabc")
    #expect(outcome.failures == [])
    #expect(outcome.rows.map { $0.runs.map(\.wall) } == [[4, 7], [5, 8], [6, 9]])
  }

  @Test(arguments: 1...3) func `a command that fails is left out from then on, and said`(turn: Int) {
    var order = ""
    let outcome = Series(commands: Self.commands, rounds: 3).measure { command in
      order += command.arguments[0]
      let isLast = command.kind == .rumdl && order.count(where: { $0 == "b" }) == turn
      if isLast { throw BenchmarkFailure("it ended with 2") }
      return Self.run(1)
    }
    #expect(order.count(where: { $0 == "b" }) == turn)
    #expect(order.count(where: { $0 == "c" }) == 4)
    #expect(outcome.failures == ["rumdl is left out: it ended with 2"])
    #expect(outcome.rows.map(\.command.kind) == [.lint, .cmark])
  }

  @Test func `a command that cannot be started is left out`() throws {
    let folder = try TemporaryFolder()
    let commands = [MeasuredCommand(kind: .lint, arguments: ["\(folder.path)/none"])]
    let outcome = Series(commands: commands, rounds: 1).measure {
      try ProgramRun.successful($0.arguments, errors: "\(folder.path)/errors.txt")
    }
    #expect(outcome.rows.isEmpty)
    #expect(outcome.failures.count == 1)
  }
}
