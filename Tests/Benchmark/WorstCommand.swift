import ArgumentParser
import Foundation
import SprintDriver

/// Runs commands on files of one thing repeated as often as the limits allow, and says which cost the most.
struct WorstCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worst",
    abstract: "Measures what files cost that are as large as the limits allow.",
    discussion: """
      For each command it lists the files that take the most processor time, and those that take the most memory. Of the \
      first of each the instructions are counted too, by callgrind, where that is there.
      """)

  @Option(help: "The program to measure; without it the one that lies beside this one.", completion: .file())
  var binary: String?

  @Option(help: "Only the shapes whose names contain this.")
  var only: String?

  @Option(help: "Only this command.")
  var command: GrowthShape.Command?

  @Option(help: "How many files are listed for each command and measure.")
  var most = 3

  @Flag(help: "End with 1 where a file takes more instructions or memory than what is promised.")
  var check = false

  func run() throws {
    let folder = ".build/worst"
    let program = try CountedProgram(binary, in: folder)
    let shapes = GrowthShape.all.filter { shape in only.map { shape.name.contains($0) } ?? true }
    let files = try shapes.map { try LargestFile($0, program, in: folder) }
    var isExceeded = false
    for kind in [GrowthShape.Command.lint, .fix, .fmt, .compile, .tree] where command.map({ $0 == kind }) ?? true {
      var costs: [(file: LargestFile, seconds: Double, memory: Int, isRefused: Bool)] = []
      for file in files {
        let run = try ProgramRun.run([program.path] + kind.arguments + [file.path], errors: program.errors)
        // Fixes may make too much of a file: then it is left as it is, with 2.
        guard (0...2).contains(run.status) else {
          throw BenchmarkFailure("\(kind.rawValue) of \(file.description) ended with \(run.status)")
        }
        costs.append((file, run.user + run.system, run.peakMemory ?? 0, run.status == 2))
      }
      let slowest = costs.sorted { $0.seconds > $1.seconds }.prefix(most)
      let largest = costs.sorted { $0.memory > $1.memory }.prefix(most)
      for (place, cost) in (slowest + largest).enumerated() {
        var words = [
          kind.rawValue, "\(Decimal.text(cost.seconds, places: 2)) s", "\(cost.memory >> 20) MB", cost.file.description,
        ]
        var isTooMuch = cost.memory > Self.memory
        if place == 0, !cost.isRefused, let counter = program.counter {
          let arguments = [program.path] + kind.arguments + [cost.file.path]
          let count = try counter.count(MeasuredCommand(kind: .lint, arguments: arguments))
          words.append("\(Decimal.text(Double(count) / 1e9, places: 1)) G instructions")
          isTooMuch = isTooMuch || count > Self.instructions
        }
        isExceeded = isExceeded || isTooMuch
        StandardStream.output.write(Array("\(isTooMuch ? "! " : "  ")\(words.joined(separator: " | "))\n".utf8))
      }
    }
    if check, isExceeded { throw ExitCode(1) }
  }

  /// What the README promises of one file.
  private static let instructions = 25_000_000_000
  private static let memory = 256 << 20
}

/// A shape with as many pieces as the limits allow.
struct LargestFile: CustomStringConvertible {
  let path: String
  let description: String

  /// Finds the number of pieces, to a few in a hundred, and writes the file.
  init(_ shape: GrowthShape, _ program: CountedProgram, in folder: String) throws {
    path = "\(folder)/SPRINT_10_\(shape.name.replacing(" ", with: "_").replacing(",", with: "")).md"
    var fits = 100
    var exceeds = 400_000
    while exceeds > fits + fits / 32 {
      // The first steps double. What is not read ends the program with 2.
      let count = min(fits * 2, (fits + exceeds) / 2)
      try Data(shape.text(count).utf8).write(to: URL(filePath: path))
      let run = try ProgramRun.run([program.path, "list", path], errors: program.errors)
      if run.status == 0 { fits = count } else { exceeds = count }
    }
    let text = shape.text(fits)
    description = "\(shape.name) x \(fits), \(text.utf8.count / 1_000) KB"
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
