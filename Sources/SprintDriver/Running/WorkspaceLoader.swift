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
    /// What each file was read for, in the order of the workspace.
    fileprivate let uses: [Discovery.Use]
  }

  private let project: Project
  private let reader: SprintReader
  /// On how many threads files are read; what comes out is the same on any number.
  private let threads: Int
  private let progress: ReadingProgress?

  package init(
    _ project: Project = Project(), threads: Int = Parallel.threads, progress: ReadingProgress? = nil
  ) {
    self.project = project
    self.threads = threads
    self.progress = progress
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
    var sources: [Source] = []
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
          sources.append(
            Source(path: path, bytes: bytes, relativePath: relativePath, use: isChanged ? .selected : .linked))
        }
      } catch {
        found.failures.append(error)
      }
    }
    // Where the run is about nothing, there is nothing to link.
    if changed != nil, (found.files.map(\.use) + sources.map(\.use)).allSatisfy({ $0 != .selected }) {
      found.files = []
      sources = []
    }
    sources += found.files.map { Source(path: $0.path, bytes: nil, relativePath: $0.relativePath, use: $0.use) }
    let read = self.read(sources, limit: limit)
    return Loaded(
      workspace: read.workspace, failures: found.failures + read.failures, emptyFolders: found.emptyFolders,
      hasIgnored: found.hasIgnored, skipped: found.skipped, oddities: found.oddities,
      isPartial: project.file == nil && named.contains { (try? FileSystem.kind(of: $0)) != .folder },
      standardInput: standardInput, uses: read.uses)
  }

  /// The same workspace with other bytes in some of its files, by their places; the others are not read again.
  package func relink(_ loaded: Loaded, replacing bytes: [Int: [UInt8]]) -> Loaded {
    var files = Array(loaded.workspace.files.prefix(loaded.uses.count))
    var sprints = loaded.workspace.sprints
    for (index, bytes) in bytes where files.indices.contains(index) {
      (files[index], sprints[index]) = document(
        SourceFile(path: files[index].path, bytes: bytes), loaded.uses[index], index)
    }
    var relinked = loaded
    relinked.workspace = Workspace(files: files, sprints: sprints, selection: loaded.workspace.selection)
    return relinked
  }

  /// Reads one file that is in memory, by itself.
  package func read(_ file: SourceFile) -> (file: SourceFile, sprint: Sprint) {
    document(file, .selected, 0)
  }

  /// Links files that are in memory.
  package func link(_ files: [SourceFile]) -> Workspace { load(files: files).workspace }

  /// The same, so that some of them can be replaced.
  package func load(files: [SourceFile]) -> Loaded {
    let documents = Parallel.map(files.count, threads: threads) { document(files[$0], .selected, $0) }
    let workspace = Workspace(files: documents.map(\.file), sprints: documents.map(\.sprint))
    return Loaded(
      workspace: workspace, failures: [], emptyFolders: [], hasIgnored: false, skipped: [], oddities: [],
      isPartial: false, standardInput: nil, uses: files.map { _ in .selected })
  }

  /// What is to be read.
  private struct Source: Sendable {
    let path: String
    /// Nil where they are to be read from the file at the path.
    let bytes: [UInt8]?
    /// Relative to the folder of the configuration: what comes out is the same wherever the tool runs.
    let relativePath: String
    let use: Discovery.Use

    func file(limit: Int) throws(FileError) -> SourceFile {
      if let bytes { return SourceFile(path: path, bytes: bytes) }
      return SourceFile(path: path, bytes: try FileSystem.read(path, limit: limit))
    }

    /// The archive comes first: where a live tracker contradicts it, the live one is the second, where that is found.
    static func precedes(_ one: Source, _ other: Source) -> Bool {
      one.use.isArchived != other.use.isArchived ? one.use.isArchived : one.relativePath < other.relativePath
    }
  }

  /// Reads all sources, on several threads, and links them.
  private func read(
    _ sources: [Source], limit: Int
  ) -> (workspace: Workspace, uses: [Discovery.Use], failures: [FileError]) {
    let sources = sources.sorted(by: Source.precedes)
    progress?.begin(sources.count)
    let results = Parallel.map(sources.count, threads: threads) { place in
      let source = sources[place]
      defer { progress?.advance() }
      return Result { () throws(FileError) in
        document(try source.file(limit: limit), source.use, place)
      }
    }
    var files: [SourceFile] = []
    var sprints: [Sprint] = []
    var uses: [Discovery.Use] = []
    var failures: [FileError] = []
    for (source, result) in zip(sources, results) {
      switch result {
      case .success(var document):
        // Those that cannot be read have no place.
        document.sprint.file = files.count
        files.append(document.file)
        sprints.append(document.sprint)
        uses.append(source.use)
      case .failure(let error): failures.append(error)
      }
    }
    let selection = uses.indices.filter { uses[$0] == .selected }
    return (Workspace(files: files, sprints: sprints, selection: selection), uses, failures)
  }

  /// Mends a file and reads it as a sprint.
  private func document(
    _ file: SourceFile, _ use: Discovery.Use, _ index: Int
  ) -> (file: SourceFile, sprint: Sprint) {
    let file = Carrier.mend(file).file
    let sprint = reader.read(file, index: index)
    return (file, use.isArchived ? sprint.withDeclarationsAlone : sprint)
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
