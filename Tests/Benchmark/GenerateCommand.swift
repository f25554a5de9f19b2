import ArgumentParser

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Makes a folder of trackers.",
    discussion: "The same number and seed make the same trackers, and the first ones are the same whatever the number.")

  @Argument(help: "The number of trackers.")
  var count: Int

  @Argument(help: "What the trackers are drawn with: any whole number.")
  var seed: Int

  @Argument(help: "The folder to make; what is in it is replaced.", completion: .directory)
  var folder: String

  func validate() throws {
    if count < 1 { throw ValidationError("COUNT is the number of trackers: 1 or more") }
  }

  func run() throws {
    let bytes = try WorkspaceGenerator(seed: seed).write(count, to: folder)
    print("wrote \(count) tracker\(count == 1 ? "" : "s") of \(bytes) bytes into \(folder)")
  }
}
