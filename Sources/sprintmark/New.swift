import ArgumentParser
import SprintDriver
import SprintLinker
import SprintModel
import SprintSource
import SprintTemplate

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes new documents.", subcommands: [NewSprintCommand.self])
}

struct NewSprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sprint", abstract: "Makes an empty tracker on the standard template.",
    discussion: """
      The path of the new file is printed. The number is written with four digits, or with as many as the other
      trackers of the folder have. What is there already is never replaced, nor is the number of another sprint of
      the workspace used again.
      """)

  @Option(help: "The number of the sprint.")
  var number: Int

  @Option(help: "What the sprint is about.")
  var title: String

  @Option(help: "The folder for the file; without it, the first of the workspace.", completion: .directory)
  var folder: String?

  @Option(help: "The day on which it is made, as YYYY-MM-DD; without it, SOURCE_DATE_EPOCH or today.")
  var date: CalendarDate?

  @Option(help: "Who makes it, for the first row of the log.")
  var owner = "Planning"

  @OptionGroup var configuration: ConfigurationOptions

  func validate() throws {
    guard number >= 0 else { throw ValidationError("--number is 0 or more") }
    guard !NewSprint.folded(title).isEmpty else { throw ValidationError("--title says what the sprint is about") }
    guard !NewSprint.folded(owner).isEmpty else { throw ValidationError("--owner names somebody") }
  }

  func run() throws {
    let project = try configuration.project()
    let folder = folder ?? project.shown(project.configuration.workspace.first ?? ".")
    guard let day = date ?? .today(sourceDateEpoch: Environment.variable("SOURCE_DATE_EPOCH")) else {
      throw CommandFailure("today is no day that the calendar has", help: "give one with --date")
    }
    guard (try? FileSystem.kind(of: folder)) == .folder else {
      throw CommandFailure("\(folder) is no folder", help: "make it, or name another with --folder")
    }
    let sprints = try others(project, folder)
    if let other = sprints.first(where: { $0.isNumbered(number) }) {
      throw CommandFailure("sprint \(number) is there already: \(other.path)", help: "take a number that is free")
    }
    let sprint = NewSprint(number: number, title: title, date: day, owner: owner)
    let root = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let path = root + sprint.fileName(width: width(sprints, folder))
    guard !FileSystem.exists(path), FileSystem.linkTarget(of: path) == nil else {
      throw CommandFailure("\(path) is there already", help: "take another number or title")
    }
    do {
      try AtomicWriter.write(Array(sprint.text.utf8), to: path, replacing: .nothing)
    } catch {
      throw CommandFailure("\(error)")
    }
    Output.print(Display.safe(path))
  }

  /// The sprints of the workspace, and those of the folder.
  private func others(_ project: Project, _ folder: String) throws(CommandFailure) -> [Sprint] {
    let loaded = WorkspaceLoader(project).load([folder])
    // A tracker that cannot be read may have the number.
    if let failure = loaded.failures.first { throw CommandFailure(failure.description) }
    return loaded.workspace.sprints
  }

  /// The digits that the numbers in most names of the folder have; four where there is none.
  private func width(_ sprints: [Sprint], _ folder: String) -> Int {
    let real = FileSystem.resolvingLinks(in: folder)
    var counts: [Int: Int] = [:]
    for sprint in sprints {
      let parent = sprint.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      guard let number = sprint.numberInName, !number.utf8.contains(UInt8(ascii: "_")),
        FileSystem.resolvingLinks(in: parent.isEmpty ? "." : parent) == real
      else { continue }
      counts[number.utf8.count, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 4
  }
}

extension Sprint {
  /// Whether the title or the file's name gives the sprint this number.
  fileprivate func isNumbered(_ number: Int) -> Bool {
    Int(self.number?.value ?? "") == number || Int(numberInName ?? "") == number
  }
}
