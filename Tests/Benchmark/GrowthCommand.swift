import ArgumentParser
import Foundation
import SprintDriver

/// Runs commands on inputs of one size and of ten times that, and holds against each other what they take.
struct GrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "Checks that ten times the input takes ten times the work and memory.",
    discussion: """
      The work is counted in instructions, by callgrind, and does not depend on what else the machine does. Without \
      valgrind there is nothing to count, and the command says so and ends with 0.
      """)

  @Option(help: "The program to measure; without it the one that lies beside this one.", completion: .file())
  var binary: String?

  @Option(help: "Only the shapes whose names contain this.")
  var only: String?

  @Option(help: "Only this command.")
  var command: GrowthShape.Command?

  @Option(help: "The tasks, or other pieces, of the smaller input.")
  var size = 100

  func validate() throws {
    if size < 1 { throw ValidationError("--size is a number of tasks: 1 or more") }
  }

  func run() throws {
    let folder = ".build/growth"
    let program = try CountedProgram(binary, in: folder)
    guard let counter = program.counter else { return Self.note("nothing is counted: valgrind or strip is missing") }
    var isExceeded = false
    for kind in GrowthShape.Command.allCases where command.map({ $0 == kind }) ?? true {
      // All inputs have one path: that of the command before is there.
      let base = try Self.measure(kind, program.path, try Self.write(GrowthShape.nothing, to: folder), counter)
      for input in Self.inputs(of: kind, in: folder) where only.map({ input.name.contains($0) }) ?? true {
        let small = try Self.measure(kind, program.path, try input.write(size), counter)
        let large = try Self.measure(kind, program.path, try input.write(size * 10), counter)
        let growth = Growth(base: base, small: small, large: large)
        isExceeded = isExceeded || !growth.isLinear
        // Seen at once, also through a pipe: the run is long.
        StandardStream.output.write(
          Array("\(growth.isLinear ? "  " : "! ")\(kind.rawValue) \(input.name): \(growth.description)\n".utf8))
      }
    }
    if isExceeded { throw ExitCode(1) }
  }

  /// What a command is run on.
  private struct Input {
    let name: String
    /// Makes it, of some number of tasks or other pieces, and says where.
    let write: (_ count: Int) throws -> String
  }

  private static func inputs(of command: GrowthShape.Command, in folder: String) -> [Input] {
    let shapes = command.shapes.map { shape in Input(name: shape.name) { try write(shape.text($0), to: folder) } }
    return shapes + [
      Input(name: "a folder of trackers") { count in
        let trackers = folder + "/trackers"
        try WorkspaceGenerator(seed: 1).write(max(1, count / 10), to: trackers)
        // With the task that is asked about.
        _ = try write(GrowthShape.nothing, to: trackers)
        return trackers
      }
    ]
  }

  private static func write(_ text: String, to folder: String) throws -> String {
    let path = folder + "/SPRINT_10_growth.md"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private static func measure(
    _ kind: GrowthShape.Command, _ program: String, _ path: String, _ counter: InstructionCounter
  ) throws -> Growth.Cost {
    let command = MeasuredCommand(kind: .lint, arguments: [program] + kind.arguments + [path])
    let run = try ProgramRun.successful(command.arguments, errors: counter.errors)
    return Growth.Cost(instructions: try counter.count(command), memory: run.peakMemory)
  }

  private static func note(_ text: String) { StandardStream.error.write(Array("\(text)\n".utf8)) }
}

extension GrowthShape.Command: ExpressibleByArgument {}
