import ArgumentParser
import Foundation

struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measures sprintmark, cmark-gfm and rumdl side by side.",
    discussion: """
      All that is made lies under .build/bench. A program that is missing is named, with how to install it; its rows are \
      left out.
      """)

  @Option(help: "The program to measure; without it the one that lies beside this one.", completion: .file())
  var binary: String?

  @Option(help: "How often each command runs on the smallest folder; on larger ones it runs less often.")
  var rounds: Int?

  @Option(help: "Numbers of trackers, with commas between them.")
  var sizes: String?

  @Option(help: "What the trackers are drawn with: any whole number.")
  var seed = 1

  @Flag(help: "A first look: 100 trackers, and few rounds.")
  var quick = false

  @Option(help: "The file for all figures, as JSON.", completion: .file())
  var output = ".build/bench/results.json"

  @Option(help: "The file for the table of ratios, as Markdown.", completion: .file())
  var markdown = ".build/bench/results.md"

  @Flag(help: "End with 1 where a target is not met, or not measured.")
  var check = false

  func validate() throws {
    _ = try folderSizes()
    if let rounds, rounds < 1 { throw ValidationError("--rounds is a number of times: 1 or more") }
  }

  private func folderSizes() throws -> [Int] {
    guard let sizes else { return quick ? [100] : [1000, 10_000] }
    let numbers = sizes.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard numbers.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--sizes is a list of numbers of trackers, such as 1000,10000: \(sizes)")
    }
    return Set(numbers).sorted()
  }

  func run() throws {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: own).deletingLastPathComponent().appending(path: "sprintmark").path
    let benchmark = Benchmark(
      binary: URL(filePath: binary ?? beside).path, sizes: try folderSizes(), rounds: rounds ?? (quick ? 3 : 10),
      countedTrackers: quick ? 5 : 20, seed: seed)
    let output = URL(filePath: output)
    let markdown = URL(filePath: markdown)
    let results = try benchmark.run()
    let report = ResultReport(results: results)
    print(report.text, terminator: "")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    for (bytes, file) in [(try encoder.encode(results), output), (Data(report.markdown.utf8), markdown)] {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
    if check, results.targets.contains(where: { $0.isMet != true }) { throw ExitCode(1) }
  }
}
