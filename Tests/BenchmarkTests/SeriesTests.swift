import SprintTesting
import SystemPackage
import Testing

@testable import SprintBenchmark

struct SeriesTests {
  private static let commands: [MeasuredCommand] = [
    MeasuredCommand(kind: .lint, arguments: ["a"]), MeasuredCommand(kind: .rumdl, arguments: ["b"]),
    MeasuredCommand(kind: .cmark, arguments: ["c"]),
  ]

  private static func run(_ wall: Double, status: Int = 0) -> ProgramRun {
    ProgramRun(wall: wall, user: 0, system: 0, peakMemory: nil, status: status)
  }

  @Test func `commands take turns, after a round that does not count`() {
    var order = ""
    let outcome = Series(commands: Self.commands, rounds: 2).measure { command in
      order += command.arguments[0]
      return Self.run(Double(order.count), status: command.kind == .lint ? 1 : 0)
    }
    #expect(order == "abcabcabc")
    #expect(outcome.failures == [])
    #expect(outcome.rows.map { $0.runs.map(\.wall) } == [[4, 7], [5, 8], [6, 9]])
  }

  @Test(arguments: [(2, 1), (-11, 3), (127, 2)])
  func `a command that fails is left out from then on, and said`(status: Int, turn: Int) {
    var order = ""
    let outcome = Series(commands: Self.commands, rounds: 3).measure { command in
      order += command.arguments[0]
      let isLast = command.kind == .rumdl && order.count(where: { $0 == "b" }) == turn
      return Self.run(1, status: isLast ? status : 0)
    }
    #expect(order.count(where: { $0 == "b" }) == turn)
    #expect(order.count(where: { $0 == "c" }) == 4)
    #expect(outcome.failures == ["rumdl is left out: it ended with \(status)"])
    #expect(outcome.rows.map(\.command.kind) == [.lint, .cmark])
  }

  @Test func `a command that cannot be started is left out`() throws {
    let folder = try TemporaryFolder()
    let commands = [MeasuredCommand(kind: .lint, arguments: ["\(folder.path)/none"])]
    let outcome = Series(commands: commands, rounds: 1).measure {
      try ProgramRun.run($0.arguments, errors: "\(folder.path)/errors.txt")
    }
    #expect(outcome.rows.isEmpty)
    #expect(outcome.failures.count == 1)
  }
}
