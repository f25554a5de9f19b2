import ArgumentParser
import SprintDriver
import SprintFormatter
import SprintSource

struct Fmt: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Gives trackers a uniform layout, and changes nothing that they say.",
    discussion: """
      Tables get a pipe at both ends of each row and one blank around each cell, bullets a dash, blocks one blank line
      between them; blanks at the ends of lines go; states and dates get their standard spelling (Done: DONE). All else
      stays byte for byte. Before a file is written it is checked that its model and its rendered page stay the same, and
      that a second run would change nothing; else it is left as it is, and the status is 2.
      """)

  @OptionGroup var paths: PathOptions

  @Flag(help: "Write nothing, list the files that would change, and end with 1 if there are any.")
  var check = false

  @Flag(help: "Write nothing, print what would change as a patch, and end with 1 if anything would.")
  var diff = false

  @Flag(inversion: .prefixedNo, help: "Pad the columns of tables to one width, whatever is configured.")
  var align: Bool?

  enum Target: String, ExpressibleByArgument, CaseIterable { case standard }

  @Option(help: "Bring trackers of any dialect into the standard template, with nothing lost.")
  var to: Target?

  @OptionGroup(title: "With --to standard") var conversion: ConversionOptions

  func validate() throws {
    if conversion.isUsed, to == nil {
      throw ValidationError("--split-compound and --expand-references belong to --to standard")
    }
    if to != nil, align != nil {
      throw ValidationError("--align and --to standard exclude each other")
    }
    if check, diff { throw ValidationError("--check and --diff exclude each other") }
  }

  func run() throws {
    var project = try paths.configuration.project()
    if let align { project.configuration.format.align = align }
    let (loaded, isComplete) = paths.load(project, refusals: .none)
    let formatting = Formatting(project)
    let outcomes = to == nil ? formatting.format(loaded) : formatting.convert(loaded, conversion.options)
    for note in outcomes.flatMap(\.notes) { Output.complain(note) }
    let unwritten = report(outcomes)
    // What the run is not about, such as an excluded file, comes out as it went in.
    if !check, !diff, let input = loaded.standardInput,
      !outcomes.contains(where: { $0.file.path == paths.standardInputName })
    {
      Output.write(input)
    }
    if !isComplete || !unwritten.isEmpty || outcomes.contains(where: \.isRefused) { throw ExitCode(2) }
    if check || diff, outcomes.contains(where: { $0.text != nil }) { throw ExitCode(1) }
  }

  /// Writes the files, or says what would change in them.
  ///
  /// - Returns: the paths of those that could not be written.
  private func report(_ outcomes: [Formatting.Outcome]) -> Set<String> {
    var unwritten: Set<String> = []
    for outcome in outcomes {
      let path = outcome.file.path
      if check {
        if outcome.text != nil { Output.print(Display.safe(path)) }
      } else if diff {
        if let text = outcome.text {
          Output.write(UnifiedDiff.patch(from: outcome.file.disk, to: text, path: BaseFolder.current.shown(path)))
        }
      } else if path == paths.standardInputName {
        Output.write(outcome.text ?? outcome.file.disk)
      } else if let text = outcome.text, !Output.replace(path, outcome.file.disk, with: text) {
        unwritten.insert(path)
      }
    }
    // Where all goes through standard input and output, there is nothing to say.
    let files = outcomes.filter { check || diff || $0.file.path != paths.standardInputName }
    let changed = files.count { $0.text != nil && !unwritten.contains($0.file.path) }
    if !files.isEmpty {
      Output.complain(
        "\(check || diff ? "would format" : "formatted") \(changed) of \(files.count) file\(files.count == 1 ? "" : "s")"
      )
    }
    return unwritten
  }
}
