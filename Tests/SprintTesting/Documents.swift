import SprintDriver
import SprintEmitters
package import SprintLinker
package import SprintModel
import SprintReader
package import SprintRules
package import SprintSource

/// Documents made in a test, read as the tool reads files.
package enum Documents {
  /// Reads one document.
  package static func sprint(_ text: String, path: String = "SPRINT_10_app.md") -> Sprint {
    SprintReader().read(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  /// Links documents, by path.
  package static func workspace(_ documents: KeyValuePairs<String, String>) -> Workspace {
    let files = documents.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    return WorkspaceLoader().link(files.sorted { $0.path < $1.path })
  }

  /// Links files.
  package static func workspace(_ files: [SourceFile]) -> Workspace {
    WorkspaceLoader().link(files.sorted { $0.path < $1.path })
  }

  /// Knows the documents in one text, as if they lay in one folder with nothing else.
  package static func lookup(in text: String) -> FileLookup {
    let paths = Set(split(text).map(\.path))
    return { path, tracker in
      let folder = tracker.path.split(separator: "/").dropLast().joined(separator: "/")
      return paths.contains(folder.isEmpty ? path : folder + "/" + path)
    }
  }

  /// The documents in one text, each after a line `<!-- file: NAME -->`; without such a line the text is one document.
  package static func split(_ text: String) -> [(path: String, text: String)] {
    var documents: [(path: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!-- file: "), line.hasSuffix(" -->") {
        documents.append((String(line.dropFirst(11).dropLast(4)), ""))
      } else {
        if documents.isEmpty { documents.append(("SPRINT_10_app.md", "")) }
        documents[documents.count - 1].text += line + "\n"
      }
    }
    return documents
  }

  /// Links the documents in one text; one that is named as the tree is, is held against the others.
  package static func checked(_ text: String) -> (workspace: Workspace, generated: [GeneratedFile]) {
    let isTree = { (file: SourceFile) in file.name == TreeEmitter.fileName }
    let files = split(text).map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) }
    let linked = workspace(files.filter { !isTree($0) })
    guard let tree = files.first(where: isTree) else { return (linked, []) }
    guard let (all, generated) = try? TreeFile.checked(tree, in: linked) else { return (linked, []) }
    return (all, [generated])
  }

  /// Links the documents in one text.
  package static func workspace(of text: String) -> Workspace {
    let files = split(text).map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) }
    return WorkspaceLoader().link(files.sorted { $0.path < $1.path })
  }
}
