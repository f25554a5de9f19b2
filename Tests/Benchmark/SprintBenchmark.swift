package import ArgumentParser

/// The command line of the program that `make bench` runs.
package struct SprintBenchmark: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "SprintBenchmark",
    abstract: "Measures sprintmark beside its peers, on trackers that it makes.",
    subcommands: [MeasureCommand.self, GenerateCommand.self, GrowthCommand.self, WorstCommand.self],
    defaultSubcommand: MeasureCommand.self)

  package init() {}
}
