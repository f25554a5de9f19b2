import ArgumentParser
import SprintDriver

/// Where the configuration comes from.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: "The configuration file; without it, .sprintmark.yml in this folder or one around it.", completion: .file())
  var config: String?

  @Flag(help: "Use the defaults, whatever configuration file there is.")
  var noConfig = false

  func validate() throws {
    if noConfig, config != nil { throw ValidationError("--config and --no-config exclude each other") }
  }

  /// Reads the configuration; what is wrong in it is said on standard error, and ends the command.
  func project() throws -> Project {
    do {
      return try Project.load(noConfig ? .none : config.map(Project.Source.file) ?? .search)
    } catch {
      Output.complain(error.report(usesColour: Environment.usesErrorColour))
      throw ExitCode(2)
    }
  }
}
