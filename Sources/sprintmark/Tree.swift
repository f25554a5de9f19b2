import ArgumentParser
import SprintDriver
import SprintLinker
import SprintSource

struct Tree: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what blocked tasks wait for in the end, as a document.",
    discussion: """
      Without --write and --check the document is printed. In a document that is there already, only the text between
      <!-- sprintmark:begin … --> and <!-- sprintmark:end --> is replaced.
      """)

  @OptionGroup var paths: PathOptions

  @Option(help: "Write the tree into this document.", completion: .file())
  var write: String?

  @Option(help: "End with 1 if the tree in this document is stale, and say what moved.", completion: .file())
  var check: String?

  @Flag(help: "Replace a document that has no markers as a whole.")
  var force = false

  @Option(
    help: "The file with what only people know of blockers; without it, blockers.yml beside the document.",
    completion: .file())
  var blockers: String?

  func validate() throws {
    if write != nil, check != nil { throw ValidationError("--write and --check exclude each other") }
    if force, write == nil { throw ValidationError("--force belongs to --write") }
  }

  func run() throws {
    let project = try paths.configuration.project()
    let (loaded, isComplete) = paths.load(project)
    // A tree without what could not be read would be wrong.
    guard isComplete else { throw ExitCode(2) }
    let configured = project.configuration
    let target = write ?? check ?? configured.tree.map(project.shown)
    do {
      let tree = try TreeFile(
        loaded.workspace, path: target, blockers: blockers ?? configured.blockers.map(project.shown))
      if !tree.unusedFacts.isEmpty {
        let names = tree.unusedFacts.map(Display.safe).joined(separator: ", ")
        Output.complain("note: about no root blocker, as things are: \(names)")
      }
      if let write {
        try replace(write, tree, loaded.workspace)
      } else if let check {
        try examine(check, tree)
      } else {
        Output.print(tree.document)
      }
    } catch let error as ConfigurationError {
      Output.complain(error.report(usesColour: Environment.usesErrorColour))
      throw ExitCode(2)
    } catch let error as FileError {
      throw Self.failure("\(error)")
    }
  }

  private func replace(_ path: String, _ tree: TreeFile, _ workspace: Workspace) throws {
    let real = FileSystem.resolvingLinks(in: path)
    if let real, workspace.files.contains(where: { FileSystem.resolvingLinks(in: $0.path) == real }) {
      throw Self.failure("\(path) is one of the trackers; the tree needs a document of its own")
    }
    let old = FileSystem.exists(path) ? SourceFile(path: path, bytes: try FileSystem.read(path)) : nil
    guard let bytes = try tree.bytes(replacing: old, isForced: force) else {
      throw Self.failure(
        """
        \(path) has no place for the tree, and was left as it is
           = help: put <!-- sprintmark:begin tree --> and <!-- sprintmark:end --> on lines of their own where it is to \
        stand, or replace the whole document with --force
        """)
    }
    guard bytes != old?.text else { return Output.complain("\(Display.safe(path)) is up to date") }
    try AtomicWriter.write(bytes, to: path, replacing: old.map { .text($0.disk) } ?? .nothing)
    Output.complain("wrote \(Display.safe(path))")
  }

  private func examine(_ path: String, _ tree: TreeFile) throws {
    // The tree of other paths would be another one.
    let command = (["sprintmark", "tree"] + paths.paths + ["--write", path]).joined(separator: " ")
    guard FileSystem.exists(path) else {
      throw Self.failure("\(path) is not there\n   = help: `\(command)` makes it")
    }
    let file = SourceFile(path: path, bytes: try FileSystem.read(path))
    guard let region = try MarkedRegion.find(in: file) else {
      throw Self.failure("\(path) has no tree in it: no line begins with <!-- sprintmark:begin")
    }
    guard let staleness = tree.staleness(of: file, region) else { return }
    let lines = ["\(path) is stale"] + staleness.evidence.map { "   = \($0)" }
    let help = ["   = help: run `\(command)`"]
    Output.print((lines + help).map(Display.safe).joined(separator: "\n"))
    throw ExitCode(1)
  }

  private static func failure(_ message: String) -> ExitCode {
    Output.complain("error: " + Display.safeLines(message))
    return ExitCode(2)
  }
}
