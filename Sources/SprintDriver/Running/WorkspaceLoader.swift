package import SprintLinker
package import SprintModel
import SprintReader
package import SprintSource

/// Reads files and links what they say.
package struct WorkspaceLoader: Sendable {
  package struct Loaded: Sendable {
    package fileprivate(set) var workspace: Workspace
    /// What could not be read; the rest was.
    package let failures: [FileError]
    package let emptyFolders: [String]
    /// Whether anything was passed over because git is told to ignore it.
    package let hasIgnored: Bool
    /// Paths that are named, but excluded or archived.
    package let skipped: [String]
    /// What has the name of a tracker and is no file.
    package let oddities: [(path: String, kind: FileStatus.Kind)]
    /// Whether only some trackers of a folder were read, as far as is known: others may say more about their tasks.
    package let isPartial: Bool
    /// All of standard input, where it was read.
    package let standardInput: [UInt8]?
    /// What was read, a file each, in the order of the workspace.
    fileprivate let inputs: [Input]
  }

  private let project: Project
  private let reader: SprintReader

  package init(_ project: Project = Project()) {
    self.project = project
    reader = SprintReader(Scanners(project.configuration.vocabulary))
  }

  /// Reads the files and folders that paths name; `-` is standard input, shown under the name given for it.
  ///
  /// Standard input stands for the file of its name, as an editor holds it. Where it is known what has changed, the
  /// run is about that alone.
  package func load(
    _ paths: [String], standardInputName: String? = nil, changed: ChangedFiles? = nil
  ) -> Loaded {
    let named = paths.filter { $0 != "-" }
    let readsInput = named.count < paths.count
    var found = Discovery.files(named: named, in: project, namesOthers: readsInput)
    if let changed { found.narrow(to: changed) }
    var inputs: [Input] = []
    var standardInput: [UInt8]?
    let limit = project.configuration.fileSizeLimit
    if readsInput {
      let path = standardInputName ?? "-"
      let relativePath = project.relative(path)
      do {
        let bytes = try FileSystem.readStandardInput(limit: limit)
        standardInput = bytes
        if project.configuration.excludes(relativePath) || project.configuration.isArchived(relativePath) {
          found.skipped.append(path)
        } else {
          let identity = standardInputName.flatMap { try? FileSystem.status(of: $0).identity }
          found.files.removeAll { $0.relativePath == relativePath || $0.identity == identity }
          // What is no file yet is new.
          let isChanged = identity.flatMap { changed?.contains($0) } ?? true
          inputs.append(
            Input(
              file: SourceFile(path: path, bytes: bytes), relativePath: relativePath,
              use: isChanged ? .selected : .linked))
        }
      } catch {
        found.failures.append(error)
      }
    }
    // Where the run is about nothing, there is nothing to link.
    if changed != nil, (found.files.map(\.use) + inputs.map(\.use)).allSatisfy({ $0 != .selected }) {
      found.files = []
      inputs = []
    }
    for file in found.files {
      do {
        let source = SourceFile(path: file.path, bytes: try FileSystem.read(file.path, limit: limit))
        inputs.append(Input(file: source, relativePath: file.relativePath, use: file.use))
      } catch {
        found.failures.append(error)
      }
    }
    inputs.sort(by: Input.precedes)
    return Loaded(
      workspace: link(inputs), failures: found.failures, emptyFolders: found.emptyFolders,
      hasIgnored: found.hasIgnored, skipped: found.skipped, oddities: found.oddities,
      isPartial: project.file == nil && named.contains { (try? FileSystem.kind(of: $0)) != .folder },
      standardInput: standardInput, inputs: inputs)
  }

  /// The same workspace with other bytes in some of its files, by their places; the others are not read again.
  package func relink(_ loaded: Loaded, replacing bytes: [Int: [UInt8]]) -> Loaded {
    var files = Array(loaded.workspace.files.prefix(loaded.inputs.count))
    var sprints = loaded.workspace.sprints
    for (index, bytes) in bytes where files.indices.contains(index) {
      files[index] = Carrier.mend(SourceFile(path: files[index].path, bytes: bytes)).file
      sprints[index] = sprint(of: files[index], index, loaded.inputs[index].use)
    }
    var relinked = loaded
    relinked.workspace = Workspace(files: files, sprints: sprints, selection: loaded.workspace.selection)
    return relinked
  }

  /// Reads one file that is in memory, by itself.
  package func read(_ file: SourceFile) -> (file: SourceFile, sprint: Sprint) {
    let file = Carrier.mend(file).file
    return (file, reader.read(file))
  }

  /// Links files that are in memory.
  package func link(_ files: [SourceFile]) -> Workspace { load(files: files).workspace }

  /// The same, so that some of them can be replaced.
  package func load(files: [SourceFile]) -> Loaded {
    let inputs = files.map { Input(file: $0, relativePath: $0.path, use: .selected) }
    return Loaded(
      workspace: link(inputs), failures: [], emptyFolders: [], hasIgnored: false, skipped: [], oddities: [],
      isPartial: false, standardInput: nil, inputs: inputs)
  }

  fileprivate struct Input: Sendable {
    let file: SourceFile
    /// Relative to the folder of the configuration: what comes out is the same wherever the tool runs.
    let relativePath: String
    let use: Discovery.Use

    /// The archive comes first: where a live tracker contradicts it, the live one is the second, where that is found.
    static func precedes(_ one: Input, _ other: Input) -> Bool {
      one.use.isArchived != other.use.isArchived ? one.use.isArchived : one.relativePath < other.relativePath
    }
  }

  private func link(_ inputs: [Input]) -> Workspace {
    let files = inputs.map { Carrier.mend($0.file).file }
    let sprints = inputs.indices.map { sprint(of: files[$0], $0, inputs[$0].use) }
    return Workspace(files: files, sprints: sprints, selection: inputs.indices.filter { inputs[$0].use == .selected })
  }

  private func sprint(of file: SourceFile, _ index: Int, _ use: Discovery.Use) -> Sprint {
    let sprint = reader.read(file, index: index)
    return use.isArchived ? sprint.withDeclarationsAlone : sprint
  }
}

extension Sprint {
  /// The tasks with their states, so that others can refer to them, and nothing that refers to others.
  fileprivate var withDeclarationsAlone: Sprint {
    var sprint = self
    for index in sprint.tasks.indices { sprint.tasks[index].dependencies = [] }
    sprint.sprintDependencies = []
    sprint.log = []
    sprint.claims = []
    return sprint
  }
}
