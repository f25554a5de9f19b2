import SprintSource
import SystemPackage

/// Finds the documents that a run reads.
package struct Discovery: Sendable {
  package struct Found: Sendable {
    /// Each once.
    package var files: [File] = []
    /// What could not be looked at.
    package var failures: [FileError] = []
    /// Folders in which there is no tracker.
    package var emptyFolders: [String] = []
    /// Whether anything was passed over because git is told to ignore it.
    package var hasIgnored = false
    /// Paths that are named, but excluded or archived.
    package var skipped: [String] = []
    /// What has the name of a tracker and is no file.
    package var oddities: [(path: String, kind: FileStatus.Kind)] = []

    /// Makes the run be about no files but those that have changed; the others are linked.
    package mutating func narrow(to changed: ChangedFiles) {
      for place in files.indices where files[place].use == .selected && !changed.contains(files[place].identity) {
        files[place].use = .linked
      }
    }
  }

  package struct File: Sendable, Equatable {
    /// As it is named or shown.
    package let path: String
    /// Relative to the folder of the configuration.
    package let relativePath: String
    package var use: Use
    package let identity: FileStatus.Identity
    /// In bytes, when it was found.
    package let size: Int
    /// Whether a link was found in its place.
    fileprivate let isLink: Bool
  }

  /// What a file is read for; where it is found twice, the most counts.
  package enum Use: Int, Sendable, Comparable {
    /// Others may refer to the ids that it declares.
    case archived
    /// Others may refer to it.
    case linked
    /// The run is about it.
    case selected

    package var isArchived: Bool { self == .archived }

    package static func < (one: Use, other: Use) -> Bool { one.rawValue < other.rawValue }
  }

  private let project: Project
  /// The one that the configuration is in.
  private let repository: Repository?
  private var found = Found()
  /// Places in `found.files`: links may lead to one file on several ways.
  private var places: [FileStatus.Identity: Int] = [:]
  /// What failures say, each once.
  private var complaints: Set<String> = []
  /// Where what is no file lies.
  private var oddPaths: Set<String> = []

  private var configuration: Configuration { project.configuration }

  private init(_ project: Project) {
    self.project = project
    let around = project.file == nil ? nil : Repository(around: project.shown("."))
    repository = around.flatMap { $0.contains(project.file ?? ".") ? $0 : nil }
  }

  /// The files of a run.
  ///
  /// With a configuration file the whole workspace is read, whatever is named; without one, what is named.
  /// A path is a file, or a folder whose trackers are meant; without one all are, unless something else is named.
  package static func files(named paths: [String], in project: Project, namesOthers: Bool = false) -> Found {
    var discovery = Discovery(project)
    let meansAll = paths.isEmpty && !namesOthers
    if meansAll || project.file != nil { discovery.addWorkspace(as: meansAll ? .selected : .linked) }
    for path in paths { discovery.add(named: path) }
    return discovery.found
  }

  private mutating func addWorkspace(as use: Use) {
    for path in configuration.workspace { search(path, configuration.include, use) }
    for glob in configuration.boards { search(glob.root, [glob], use) }
    if use == .selected, found.files.isEmpty, found.failures.isEmpty {
      found.emptyFolders = configuration.workspace.map(project.shown)
    }
    for path in configuration.archive { search(path, configuration.include + configuration.boards, .archived) }
  }

  private mutating func search(_ path: String, _ globs: [Glob], _ use: Use) {
    let shown = project.shown(path)
    guard isReachable(shown) else {
      return fail(
        FileError(
          shown, .read, .notPermitted,
          detail:
            "it lies outside of the repository that the configuration is in; name it on the command line to read it"))
    }
    do {
      if try FileSystem.kind(of: shown) == .folder {
        search(Folder(path: shown, relativePath: path), globs, use)
      } else if !configuration.excludes(path) {
        try add(shown, path, use)
      }
    } catch {
      fail(error)
    }
  }

  private mutating func add(named path: String) {
    do {
      let relativePath = project.relative(path)
      let isLeftOut = configuration.excludes(relativePath) || configuration.isArchived(relativePath)
      if isLeftOut {
        found.skipped.append(path)
      } else if try FileSystem.kind(of: path) == .folder {
        let folder = Folder(path: Self.normalized(path), relativePath: relativePath)
        if !search(folder, configuration.include + configuration.boards, .selected) { found.emptyFolders.append(path) }
      } else {
        try add(Self.normalized(path), relativePath, .selected)
      }
    } catch {
      fail(error)
    }
  }

  /// Whether a path of the configuration stays in the repository that the configuration is in.
  private func isReachable(_ path: String) -> Bool {
    repository?.contains(path) ?? true
  }

  /// A folder may be searched more than once, for several reasons.
  private mutating func fail(_ error: FileError) {
    if complaints.insert(error.description).inserted { found.failures.append(error) }
  }

  // MARK: Folders

  private struct Folder {
    /// As it is named or shown.
    let path: String
    /// Relative to the folder of the configuration.
    let relativePath: String
    /// What the folders around it say is ignored.
    var rules: IgnoreRules?

    func adding(_ name: String) -> Folder {
      Folder(
        path: path == "." ? Discovery.normalized(name) : path + "/" + name,
        relativePath: relativePath == "." ? name : relativePath + "/" + name)
    }
  }

  /// Adds the files in a folder, and below it, that fit one of the patterns; tells whether there is any, even if
  /// it is excluded or ignored. The folder itself is meant, whether it is ignored or not.
  @discardableResult
  private mutating func search(_ root: Folder, _ globs: [Glob], _ use: Use) -> Bool {
    var root = root
    root.rules = rules(try IgnoreRules(around: root.path))
    var folders = [root]
    var hasAny = false
    while let folder = folders.popLast() {
      do {
        let entries = try FileSystem.entries(of: folder.path)
        let rules = rules(try IgnoreRules.holding(in: folder.path, entries, outer: folder.rules))
        for entry in entries {
          var inner = folder.adding(entry.name)
          let isFolder = entry.kind == .folder
          if isFolder {
            // What lies behind a link is found in its own place, or is not meant.
            if entry.isLink || entry.name.hasPrefix(".") { continue }
          } else {
            guard !AtomicWriter.isTemporary(entry.name), globs.contains(inner.relativePath) else { continue }
            hasAny = true
          }
          if configuration.excludes(inner.relativePath) { continue }
          if let rules, rules.ignores(entry.name, isFolder: isFolder) {
            found.hasIgnored = true
            continue
          }
          if isFolder {
            inner.rules = rules?.entering(entry.name)
            folders.append(inner)
          } else {
            add(entry, at: inner, use)
          }
        }
      } catch {
        fail(error)
      }
    }
    return hasAny
  }

  /// What git is told to ignore, where that counts; without what cannot be read.
  private mutating func rules(_ read: @autoclosure () throws(FileError) -> IgnoreRules?) -> IgnoreRules? {
    guard configuration.respectsGitignore else { return nil }
    do {
      return try read()
    } catch {
      fail(error)
      return nil
    }
  }

  // MARK: Files

  private mutating func add(_ entry: FileSystem.Entry, at place: Folder, _ use: Use) {
    let kind = entry.isLink && Repository.isLeft(by: place.path) ? .outside : entry.kind
    guard kind == .file else {
      if oddPaths.insert(place.path).inserted { found.oddities.append((place.path, kind)) }
      return
    }
    do {
      try add(place.path, place.relativePath, use, isLink: entry.isLink)
    } catch {
      fail(error)
    }
  }

  /// Adds a file; one that is known already can become one that the run is about.
  private mutating func add(
    _ path: String, _ relativePath: String, _ use: Use, isLink: Bool = false
  ) throws(FileError) {
    let status = try FileSystem.status(of: path)
    guard status.kind == .file else {
      throw FileError(path, .read, .invalidArgument, detail: status.kind.objection)
    }
    let file = File(
      path: path, relativePath: relativePath, use: configuration.isArchived(relativePath) ? .archived : use,
      identity: status.identity, size: status.size, isLink: isLink)
    guard let place = places[file.identity] else {
      places[file.identity] = found.files.count
      return found.files.append(file)
    }
    let known = found.files[place]
    // A file goes by its own name rather than by that of a link to it.
    if file.use > known.use || file.use == known.use && known.isLink && !isLink { found.files[place] = file }
  }

  /// Without `./` at the start, doubled slashes and a slash at the end.
  ///
  /// Reports begin lines with paths: at the start of one that could be taken for an option, or for a command to a CI
  /// server (`::error::`, `##vso[`), the `./` has to be.
  private static func normalized(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    guard !path.hasPrefix("/"), let first = parts.unicodeScalars.first else {
      return path.hasPrefix("/") ? "/" + parts : "."
    }
    return "-:#".unicodeScalars.contains(first) ? "./" + parts : parts
  }
}
