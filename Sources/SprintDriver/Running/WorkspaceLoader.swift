package import SprintLinker
package import SprintReader
package import SprintSource

/// Reads files and links what they say.
package struct WorkspaceLoader: Sendable {
  package struct Loaded: Sendable {
    package let workspace: Workspace
    /// What could not be read; the rest was.
    package let failures: [FileError]
    package let emptyFolders: [String]
  }

  private let reader: SprintReader

  package init(_ reader: SprintReader = SprintReader()) { self.reader = reader }

  /// Reads the files and folders that paths name; `-` is standard input, shown under the name given for it.
  package func load(_ paths: [String], standardInputName: String? = nil) -> Loaded {
    let named = paths.filter { $0 != "-" }
    let readsInput = named.count < paths.count
    var found = readsInput && named.isEmpty ? Discovery.Found() : Discovery().files(in: named)
    var files: [SourceFile] = []
    if readsInput {
      do {
        files.append(SourceFile(path: standardInputName ?? "-", bytes: try FileSystem.readStandardInput()))
      } catch {
        found.failures.append(error)
      }
    }
    for path in found.files {
      do {
        files.append(SourceFile(path: path, bytes: try FileSystem.read(path)))
      } catch {
        found.failures.append(error)
      }
    }
    files.sort { $0.path < $1.path }
    return Loaded(workspace: link(files), failures: found.failures, emptyFolders: found.emptyFolders)
  }

  /// Links files that are in memory.
  package func link(_ files: [SourceFile]) -> Workspace {
    let files = files.map { Carrier.mend($0).file }
    return Workspace(files: files, sprints: files.indices.map { reader.read(files[$0], index: $0) })
  }
}
