import ArgumentParser
import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows numbers: progress by sprint and owner, blocks by age and over time, sprints to be archived.",
    discussion: """
      Progress is what is done of what was not cancelled. A task counts for each of its owners, and in each sprint that
      declares it.
      """)

  @OptionGroup var paths: PathOptions

  @OptionGroup var form: QueryFormat

  @Option(help: "The day from which the age of blocks is counted, as YYYY-MM-DD; the system's day without it.")
  var today: CalendarDate?

  func run() throws {
    let (loaded, isComplete) = paths.load(try paths.configuration.project())
    let today = today ?? .today(sourceDateEpoch: Environment.variable("SOURCE_DATE_EPOCH"))
    let statistics = Statistics(loaded.workspace, today: today)
    switch form.format {
    case .json: Output.write(StatisticsEmitter.json(statistics, loaded.workspace, today: today))
    case .table:
      let report = StatisticsReport(statistics, loaded.workspace, today: today)
      Output.print(report.text(width: Environment.outputWidth, isColoured: Environment.usesColour))
    }
    if !isComplete { throw ExitCode(2) }
  }
}
