import ArgumentParser

@main
struct SprintBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "SprintBenchmark",
    abstract: "Measures sprintmark beside its peers, on trackers that it makes.",
    subcommands: [MeasureCommand.self, GenerateCommand.self, GrowthCommand.self],
    defaultSubcommand: MeasureCommand.self)
}
