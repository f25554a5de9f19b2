/// Finds the trackers that a run is about.
package struct Discovery: Sendable {
  package struct Found: Sendable {
    /// In order, each once.
    package var files: [String] = []
    /// What could not be looked at.
    package var failures: [FileError] = []
    /// Folders in which there is no tracker.
    package var emptyFolders: [String] = []
  }

  package init() {}

  /// The files that paths name: a file itself, a folder all `SPRINT_*.md` in it and below.
  package func files(in paths: [String]) -> Found {
    var found = Found()
    for path in paths.isEmpty ? ["."] : paths {
      do {
        if try FileSystem.kind(of: path) == .folder {
          let before = found.files.count
          search(path, &found)
          if found.files.count == before { found.emptyFolders.append(path) }
        } else {
          found.files.append(Self.normalized(path))
        }
      } catch {
        found.failures.append(error)
      }
    }
    var seen: Set<String> = []
    found.files = found.files.filter { seen.insert($0).inserted }.sorted()
    return found
  }

  private func search(_ root: String, _ found: inout Found) {
    var folders = [root]
    while let folder = folders.popLast() {
      do {
        for entry in try FileSystem.entries(of: folder) {
          let path = Self.normalized(folder == "." ? entry.name : folder + "/" + entry.name)
          switch entry.kind {
          case .file: if Self.isTracker(entry.name) { found.files.append(path) }
          case .folder: if !entry.name.hasPrefix(".") { folders.append(path) }
          case .other: break
          }
        }
      } catch {
        found.failures.append(error)
      }
    }
  }

  private static func isTracker(_ name: String) -> Bool { name.hasPrefix("SPRINT_") && name.hasSuffix(".md") }

  /// Without `./` at the start, doubled slashes and a slash at the end.
  private static func normalized(_ path: String) -> String {
    var parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if path.hasPrefix("/") { parts = "/" + parts }
    return parts
  }
}
