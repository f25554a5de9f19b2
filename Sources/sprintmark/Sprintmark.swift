import ArgumentParser

@main
struct Sprintmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sprintmark",
    abstract: "Compiles and lints sprint trackers written in Markdown."
  )
}
