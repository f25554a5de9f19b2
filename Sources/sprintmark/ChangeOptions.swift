import ArgumentParser
import SprintDriver

/// Which files a run is about, where it is about those that have changed.
struct ChangeOptions: ParsableArguments {
  @Flag(help: "Report only what is in files that are staged for a commit; all files are linked.")
  var changed = false

  // One option with a value that may be left out would take a path that follows it for the value.
  @Option(
    help: ArgumentHelp(
      "Report only what is in files that have changed since REV: since the commit where REV and HEAD parted.",
      valueName: "rev"))
  var changedSince: String?

  var isUsed: Bool { changed || changedSince != nil }

  func validate() throws {
    if changed, changedSince != nil { throw ValidationError("--changed and --changed-since exclude each other") }
  }

  /// The files that have changed; nil where all are meant.
  func files() throws(CommandFailure) -> ChangedFiles? {
    guard isUsed else { return nil }
    do {
      return try ChangedFiles(since: changedSince.map(ChangedFiles.Base.revision) ?? .lastCommit)
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
  }
}
