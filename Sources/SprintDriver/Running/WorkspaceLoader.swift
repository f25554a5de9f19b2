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
  private let scanners: Scanners
  /// On how many threads files are read; what comes out is the same on any number.
  private let threads: Int
  private let progress: ReadingProgress?

  package init(
    _ project: Project = Project(), threads: Int = Parallel.threads, progress: ReadingProgress? = nil
  ) {
    self.project = project
    self.threads = threads
    self.progress = progress
    scanners = Scanners(project)
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
    let limits = project.configuration.limits
    if readsInput {
      let path = standardInputName ?? "-"
      let relativePath = project.relative(path)
      do {
        let bytes = try FileSystem.readStandardInput(limit: limits[.fileSize])
        standardInput = bytes
        if project.configuration.excludes(relativePath) || project.configuration.isArchived(relativePath) {
          found.skipped.append(path)
        } else {
          let identity = standardInputName.flatMap { try? FileSystem.status(of: $0).identity }
          found.files.removeAll { $0.relativePath == relativePath || $0.identity == identity }
          // What is no file yet is new.
          let isChanged = identity.flatMap { changed?.contains($0) } ?? true
          sources.append(
            Source(
              path: path, bytes: bytes, size: bytes.count, relativePath: relativePath,
              use: isChanged ? .selected : .linked))
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
    sources += found.files.map {
      Source(path: $0.path, bytes: nil, size: $0.size, relativePath: $0.relativePath, use: $0.use)
    }
    let read = self.read(sources, limits)
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
    let changed = bytes.filter { files.indices.contains($0.key) }.map { (place: $0.key, bytes: $0.value) }
    let paths = changed.map { files[$0.place].path }
    let documents = Parallel.map(
      changed.count, threads: threads, tools: reader(ofThread:)
    ) { reader, number in
      let (place, bytes) = changed[number]
      return document(SourceFile(path: paths[number], bytes: bytes), loaded.uses[place], place, reader)
    }
    for (change, document) in zip(changed, documents) {
      (files[change.place], sprints[change.place]) = document
    }
    var relinked = loaded
    relinked.workspace = Workspace(
      files: files, sprints: sprints, selection: loaded.workspace.selection,
      mostReferences: project.configuration.limits[.references], threads: threads)
    return relinked
  }

  /// Reads one file that is in memory, by itself.
  package func read(_ file: SourceFile) -> (file: SourceFile, sprint: Sprint) {
    document(file, .selected, 0, SprintReader(scanners))
  }

  /// Links files that are in memory.
  package func link(_ files: [SourceFile]) -> Workspace { load(files: files).workspace }

  /// The same, so that some of them can be replaced.
  package func load(files: [SourceFile]) -> Loaded {
    let documents = Parallel.map(files.count, threads: threads, tools: reader(ofThread:)) { reader, place in
      document(files[place], .selected, place, reader)
    }
    let workspace = Workspace(
      files: documents.map(\.file), sprints: documents.map(\.sprint),
      mostReferences: project.configuration.limits[.references], threads: threads)
    return Loaded(
      workspace: workspace, failures: [], emptyFolders: [], hasIgnored: false, skipped: [], oddities: [],
      isPartial: false, standardInput: nil, uses: files.map { _ in .selected })
  }

  /// A reader for a thread. Threads share no scanners: they count references to them.
  @Sendable private func reader(ofThread number: Int) -> SprintReader {
    SprintReader(number == 0 ? scanners : Scanners(project))
  }

  /// What is to be read.
  private struct Source: Sendable {
    let path: String
    /// Nil where they are to be read from the file at the path.
    let bytes: [UInt8]?
    /// In bytes.
    let size: Int
    /// Relative to the folder of the configuration: what comes out is the same wherever the tool runs.
    let relativePath: String
    let use: Discovery.Use

    /// The file; where it is too large, without its bytes.
    func file(limit: Int) throws(FileError) -> (file: SourceFile, excess: Excess?) {
      if let bytes { return (SourceFile(path: path, bytes: bytes), nil) }
      do {
        return (SourceFile(path: path, bytes: try FileSystem.read(path, limit: limit)), nil)
      } catch {
        guard error.isTooLarge else { throw error }
        let size = (try? FileSystem.status(of: path).size) ?? limit + 1
        return (SourceFile(path: path, bytes: []), Excess(.fileSize, max(size, limit + 1), limit: limit))
      }
    }

    /// The archive comes first: where a live tracker contradicts it, the live one is the second, where that is found.
    static func precedes(_ one: Source, _ other: Source) -> Bool {
      one.use.isArchived != other.use.isArchived ? one.use.isArchived : one.relativePath < other.relativePath
    }
  }

  /// What comes of a file.
  private typealias Reading = (document: (file: SourceFile, sprint: Sprint), ids: DeclaredIDs)

  /// Reads all sources, on several threads, and links them.
  private func read(
    _ sources: [Source], _ limits: Limits
  ) -> (workspace: Workspace, uses: [Discovery.Use], failures: [FileError]) {
    let sources = sources.sorted(by: Source.precedes)
    let (count, excess) = Self.fitting(sources, limits)
    progress?.begin(sources.count)
    let results = Parallel.map(
      sources.count, threads: threads,
      tools: { (reader: reader(ofThread: $0), heap: HeapReserve()) }
    ) { tools, place in
      defer { progress?.advance() }
      tools.heap.prepare(for: sources[place].size)
      return Result { () throws(FileError) in
        let document = try document(sources[place], place, limits, excess: place < count ? nil : excess, tools.reader)
        // Now they are at hand.
        return (document: document, ids: DeclaredIDs(document.sprint))
      }
    }
    var files: [SourceFile] = []
    var sprints: [Sprint] = []
    var ids: [DeclaredIDs] = []
    var uses: [Discovery.Use] = []
    var failures: [FileError] = []
    sprints.reserveCapacity(results.count)
    var place = 0
    // Taken apart at once: a copy of a sprint would copy all that it holds.
    results.moveEach { (result: consuming Result<Reading, FileError>) in
      switch consume result {
      case .success(((let file, var sprint), let declared)):
        // Those that cannot be read have no place.
        sprint.file = files.count
        files.append(file)
        sprints.append(consume sprint)
        ids.append(declared)
        uses.append(sources[place].use)
      case .failure(let error): failures.append(error)
      }
      place += 1
    }
    let selection = uses.indices.filter { uses[$0] == .selected }
    let workspace = Workspace(
      files: files, sprints: sprints, ids: ids, selection: selection, mostReferences: limits[.references],
      threads: threads)
    return (workspace, uses, failures)
  }

  /// How many of the sources a workspace may have, and what there is too much of with the next one.
  private static func fitting(_ sources: [Source], _ limits: Limits) -> (count: Int, excess: Excess?) {
    if sources.count > limits[.files] {
      return (limits[.files], Excess(.files, sources.count, limit: limits[.files]))
    }
    // So few files cannot be too much together.
    guard sources.count > limits[.workspaceSize] / max(limits[.fileSize], 1) else { return (sources.count, nil) }
    var size = 0
    for (place, source) in sources.enumerated() {
      size += min(source.size, limits[.fileSize])
      if size > limits[.workspaceSize] {
        return (place, Excess(.workspaceSize, size, limit: limits[.workspaceSize]))
      }
    }
    return (sources.count, nil)
  }

  /// Reads what is to be read, unless there is too much of it already.
  private func document(
    _ source: Source, _ place: Int, _ limits: Limits, excess: Excess?, _ reader: SprintReader
  ) throws(FileError) -> (file: SourceFile, sprint: Sprint) {
    if let excess {
      let file = SourceFile(path: source.path, bytes: [])
      return (file, reader.refuse(file, index: place, excess))
    }
    let (file, excess) = try source.file(limit: limits[.fileSize])
    if let excess { return (file, reader.refuse(file, index: place, excess)) }
    return document(file, source.use, place, reader)
  }

  /// Mends a file and reads it as a sprint.
  private func document(
    _ file: SourceFile, _ use: Discovery.Use, _ index: Int, _ reader: SprintReader
  ) -> (file: SourceFile, sprint: Sprint) {
    let (file, sprint) = reader.mend(file, index: index)
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
