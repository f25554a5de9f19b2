import ArgumentParser
import SprintDriver

struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the configuration that holds, as YAML, and where each value comes from.")

  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    Output.print(ConfigurationWriter.yaml(try configuration.project()))
  }
}
