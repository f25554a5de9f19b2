import Foundation
import SprintDriver
import SprintModel

/// A whole run: makes the trackers, and measures all commands on them.
struct Benchmark: Sendable {
  /// The path of sprintmark.
  let binary: String
  /// Numbers of trackers, the smallest first.
  let sizes: [Int]
  /// Of the smallest folder.
  let rounds: Int
  /// How many trackers there are where instructions are counted.
  let countedTrackers: Int
  let seed: Int

  /// All that is made lies here.
  static let folder = URL(filePath: ".build/bench").path
  private var errors: String { Self.folder + "/errors.txt" }

  func run() throws -> BenchmarkResults {
    // A repository of its own: what is ignored around it does not count, for no program.
    let repository = Self.folder + "/repository"
    let files = FileManager.default
    try? files.removeItem(atPath: repository)
    try files.createDirectory(atPath: repository + "/.git", withIntermediateDirectories: true)
    let toolbox = Toolbox.standard(pythonFolder: URL(filePath: ".build/venv/bin").path)
    var complaints = toolbox.complaints
    let programs = programs(toolbox, &complaints)
    complaints.forEach(Self.note)
    guard files.changeCurrentDirectoryPath(repository) else { throw BenchmarkFailure("cannot go into \(repository)") }
    var results = BenchmarkResults(
      date: CalendarDate.today(sourceDateEpoch: nil).map(\.description) ?? "",
      cores: ProcessInfo.processInfo.activeProcessorCount, seed: seed,
      versions: [.cmark, .rumdl].compactMap(toolbox.version), complaints: complaints)
    let generator = WorkspaceGenerator(seed: seed)
    try measureFile(generator, programs, &results)
    for size in sizes { try measure(size, generator, programs, &results) }
    measureGrowth(programs, &results)
    try countInstructions(generator, programs, toolbox, &results)
    results.targets = Target.all(of: results)
    return results
  }

  private func programs(_ toolbox: Toolbox, _ complaints: inout [String]) -> Programs {
    var programs = Programs(cmark: toolbox[.cmark], rumdl: toolbox[.rumdl])
    if FileManager.default.isExecutableFile(atPath: binary) {
      programs.sprintmark = binary
    } else {
      complaints.append("\(binary) is missing: no rows for sprintmark; `make build` makes it, --binary names another")
    }
    do throws(BenchmarkFailure) {
      programs.bareParse = try toolbox[.compiler].map { compiler throws(BenchmarkFailure) in
        try BareParser.build(with: compiler, in: Self.folder)
      }
    } catch {
      complaints.append(error.description)
    }
    return programs
  }

  // MARK: Steps

  private func measureFile(
    _ generator: WorkspaceGenerator, _ programs: Programs, _ results: inout BenchmarkResults
  ) throws {
    // The smallest of some in the standard template.
    let candidates = (1...100).filter { TrackerShape.of($0) == .standard }.map(generator.tracker)
    guard let (name, text) = candidates.min(by: { $0.text.utf8.count < $1.text.utf8.count }) else { return }
    try FileManager.default.createDirectory(atPath: "file", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "file/\(name)"))
    let subject = BenchmarkResults.Subject(trackers: 1, bytes: text.utf8.count)
    // It is over at once: more rounds cost nothing.
    results.file = measure(programs.commands(file: "file/\(name)"), subject, rounds: rounds * 5, &results)
  }

  private func measure(
    _ size: Int, _ generator: WorkspaceGenerator, _ programs: Programs, _ results: inout BenchmarkResults
  ) throws {
    let (commands, subject) = try prepare("\(size)", size, generator, programs)
    let rounds = size == sizes.first ? rounds : (rounds + 2) / 3
    Self.note("\(size) trackers, \(rounds) round\(rounds == 1 ? "" : "s") of \(commands.count) commands")
    results.folders.append(measure(commands, subject, rounds: rounds, &results))
  }

  /// The smallest and the largest folder in turns: between the rounds of one folder much can change.
  private func measureGrowth(_ programs: Programs, _ results: inout BenchmarkResults) {
    guard let small = results.folders.first?.subject, let large = results.folders.last?.subject, small != large,
      let sprintmark = programs.sprintmark
    else { return }
    Self.note("\(small.trackers) and \(large.trackers) trackers, \(rounds) rounds of lint")
    let rows = rows(
      of: [small, large].map { folder in
        MeasuredCommand(kind: .lint, arguments: [sprintmark, "lint", "\(folder.trackers)"])
      }, rounds: rounds, &results)
    guard rows.count == 2 else { return }
    results.growth = zip([small, large], rows).map { BenchmarkResults.Group(subject: $0, rows: [$1]) }
  }

  private func prepare(
    _ folder: String, _ size: Int, _ generator: WorkspaceGenerator, _ programs: Programs
  ) throws -> ([MeasuredCommand], BenchmarkResults.Subject) {
    let bytes = try generator.write(size, to: folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }
    let commands = programs.commands(folder: folder, files: files, cache: "\(Self.folder)/rumdl-cache-\(folder)")
    return (commands, BenchmarkResults.Subject(trackers: size, bytes: bytes))
  }

  private func measure(
    _ commands: [MeasuredCommand], _ subject: BenchmarkResults.Subject, rounds: Int, _ results: inout BenchmarkResults
  ) -> BenchmarkResults.Group {
    BenchmarkResults.Group(subject: subject, rows: rows(of: commands, rounds: rounds, &results))
  }

  /// A row for each command that has ended well.
  private func rows(
    of commands: [MeasuredCommand], rounds: Int, _ results: inout BenchmarkResults
  ) -> [BenchmarkResults.Row] {
    let outcome = Series(commands: commands, rounds: rounds).measure { command in
      try ProgramRun.successful(command.arguments, errors: errors)
    }
    complain(outcome.failures, &results)
    return outcome.rows.compactMap { BenchmarkResults.Row($0.command.kind, $0.runs) }
  }

  private func countInstructions(
    _ generator: WorkspaceGenerator, _ programs: Programs, _ toolbox: Toolbox, _ results: inout BenchmarkResults
  ) throws {
    guard let valgrind = toolbox[.valgrind] else { return }
    let programs = stripped(programs, toolbox, &results)
    let (commands, subject) = try prepare("counted", countedTrackers, generator, programs)
    Self.note("\(countedTrackers) trackers in valgrind")
    results.counted = subject
    let counter = InstructionCounter(valgrind: valgrind, output: Self.folder + "/callgrind.out", errors: errors)
    for command in commands where [.bareParse, .lint, .compile, .fmt].contains(command.kind) {
      do {
        let count = try counter.count(command)
        results.instructions.append(BenchmarkResults.Instructions(command: command.kind, count: count))
      } catch {
        complain(["the instructions of \(command.kind.rawValue) are not counted: \(error)"], &results)
      }
    }
  }

  /// The programs with a copy of sprintmark that valgrind can load: it fails over what Swift says for debuggers.
  private func stripped(_ programs: Programs, _ toolbox: Toolbox, _ results: inout BenchmarkResults) -> Programs {
    guard let sprintmark = programs.sprintmark else { return programs }
    var programs = programs
    programs.sprintmark = nil
    guard let strip = toolbox[.strip] else { return programs }
    let copy = Self.folder + "/sprintmark-stripped"
    if (try? ProgramRun.run([strip, "-g", "-o", copy, sprintmark], errors: errors))?.status == 0 {
      programs.sprintmark = copy
    } else {
      complain(["\(strip) fails on \(sprintmark): \(Tool.strip.loss)"], &results)
    }
    return programs
  }

  // MARK: Notes

  private func complain(_ failures: [String], _ results: inout BenchmarkResults) {
    failures.forEach(Self.note)
    results.complaints += failures
  }

  private static func note(_ text: String) { StandardStream.error.write(Array("\(Display.safe(text))\n".utf8)) }
}
