import SprintSource

/// Finds the documents that a run reads.
package struct Discovery: Sendable {
  package struct Found: Sendable {
    /// Each once.
    package var files: [File] = []
    /// What could not be looked at.
    package var failures: [FileError] = []
    /// Folders in which there is no tracker.
    package var emptyFolders: [String] = []
    /// Paths that are named, but excluded or archived.
    package var skipped: [String] = []
  }

  package struct File: Sendable, Equatable {
    /// As it is named or shown.
    package var path: String
    /// Relative to the folder of the configuration.
    package let relativePath: String
    package var use: Use
  }

  /// What a file is read for.
  package enum Use: Sendable {
    /// The run is about it.
    case selected
    /// Others may refer to it.
    case linked
    /// Others may refer to the ids that it declares.
    case archived

    package var isArchived: Bool { self == .archived }
  }

  private let project: Project
  private var found = Found()
  /// Places in `found.files`, by path relative to the folder of the configuration.
  private var places: [String: Int] = [:]

  private var configuration: Configuration { project.configuration }

  private init(_ project: Project) { self.project = project }

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
    do {
      let shown = project.shown(path)
      if try FileSystem.kind(of: shown) == .folder {
        search(Folder(path: shown, relativePath: path), globs, use)
      } else if !configuration.excludes(path) {
        add(File(path: shown, relativePath: path, use: use))
      }
    } catch {
      found.failures.append(error)
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
        add(File(path: Self.normalized(path), relativePath: relativePath, use: .selected))
      }
    } catch {
      found.failures.append(error)
    }
  }

  // MARK: Folders

  private struct Folder {
    /// As it is named or shown.
    let path: String
    /// Relative to the folder of the configuration.
    let relativePath: String

    func adding(_ name: String) -> Folder {
      Folder(
        path: path == "." ? name : path + "/" + name,
        relativePath: relativePath == "." ? name : relativePath + "/" + name)
    }
  }

  /// Adds the files in a folder, and below it, that fit one of the patterns; tells whether there is any, even if
  /// it is excluded.
  @discardableResult
  private mutating func search(_ root: Folder, _ globs: [Glob], _ use: Use) -> Bool {
    var folders = [root]
    var hasAny = false
    while let folder = folders.popLast() {
      do {
        for entry in try FileSystem.entries(of: folder.path) {
          let inner = folder.adding(entry.name)
          switch entry.kind {
          case .file:
            guard globs.contains(inner.relativePath) else { continue }
            hasAny = true
            if configuration.excludes(inner.relativePath) { continue }
            add(File(path: inner.path, relativePath: inner.relativePath, use: use))
          case .folder:
            if !entry.name.hasPrefix("."), !configuration.excludes(inner.relativePath) { folders.append(inner) }
          case .other: break
          }
        }
      } catch {
        found.failures.append(error)
      }
    }
    return hasAny
  }

  /// Adds a file; one that is known already can become one that the run is about.
  private mutating func add(_ file: File) {
    var file = file
    if configuration.isArchived(file.relativePath) { file.use = .archived }
    if let place = places[file.relativePath] {
      if file.use == .selected, found.files[place].use == .linked { found.files[place] = file }
    } else {
      places[file.relativePath] = found.files.count
      found.files.append(file)
    }
  }

  /// Without `./` at the start, doubled slashes and a slash at the end.
  private static func normalized(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + parts : parts.isEmpty ? "." : parts
  }
}
