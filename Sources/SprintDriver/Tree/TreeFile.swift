import SprintEmitters
package import SprintLinker
import SprintModel
package import SprintSource
import SystemPackage

/// The generated tree of blocked tasks, as a file.
package struct TreeFile: Sendable {
  /// As it is named or shown; nil for standard output.
  private let path: String?
  private let region: String
  /// By sprint, its path as the document shows it.
  let inputs: [String]
  /// The ids and patterns in the blockers file that no root blocker has.
  package let unusedFacts: [String]

  /// Makes the tree of a workspace, with the facts in a blockers file.
  ///
  /// - Parameters:
  ///   - workspace: what the tree is of.
  ///   - path: where the document lies, or is to lie; nil where it is only shown.
  ///   - blockers: the blockers file; nil for the one beside the document, if it is there.
  /// - Throws: `ConfigurationError` for a blockers file that cannot be read or is wrong.
  package init(_ workspace: Workspace, path: String?, blockers: String? = nil) throws(ConfigurationError) {
    self.path = path
    let analysis = GraphAnalysis(workspace)
    let shown = workspace.sprints.map(\.path)
    let folder = path.map(Self.folder) ?? Self.commonFolder(of: shown)
    let base = BaseFolder(folder, from: FileSystem.currentFolder)
    let facts = try Self.facts(blockers, beside: folder, analysis)
    inputs = shown.map { $0 == "-" ? $0 : base.relative($0) }
    var emitter = TreeEmitter(
      analysis, paths: inputs, facts: facts?.facts ?? [], factsPath: facts.map { base.relative($0.path) })
    let result = emitter.result()
    region = result.region
    unusedFacts = result.unusedFacts.compactMap { facts?.facts[$0].pattern.text }
  }

  /// The document as it would be were it new.
  package var document: String {
    TreeEmitter.document(region, named: path.flatMap { FilePath($0).lastComponent?.string } ?? TreeEmitter.fileName)
  }

  // MARK: Writing

  /// The document with the tree as it is now.
  ///
  /// - Parameters:
  ///   - file: the document as it is; nil where there is none.
  ///   - isForced: whether a document without markers is replaced as a whole.
  /// - Returns: its bytes; nil where an existing document has no place for the tree.
  /// - Throws: `ConfigurationError` for markers that do not fit together.
  package func bytes(replacing file: SourceFile?, isForced: Bool = false) throws(ConfigurationError) -> [UInt8]? {
    guard let file, !Bytes(file.text).trimmed.isEmpty else { return Array(document.utf8) }
    guard let found = try MarkedRegion.find(in: file) else { return isForced ? Array(document.utf8) : nil }
    let isCRLF = file.slice(found.range).contains(0x0D)
    var text = region[...]
    var lines: [Substring] = []
    while let end = text.firstIndex(of: "\n") {
      lines.append(text[..<end])
      text = text[text.index(after: end)...]
    }
    let replacement = (lines + [text]).joined(separator: isCRLF ? "\r\n" : "\n")
    return TextEdit.apply([TextEdit(found.range, replacement)], to: file.text).text
  }

  // MARK: Checking

  /// What the tree in a document does not say, or says and should not.
  package struct Staleness: Sendable, Equatable {
    /// The inputs that contribute something else than they did, as the document shows them; none where somebody
    /// changed the document itself.
    package let inputs: [String]
    /// What has changed for tasks, a sentence each.
    package let changes: [String]

    /// What to tell people, a line each.
    package var evidence: [String] {
      let cause =
        inputs.isEmpty
        ? "no input moved: the text between the markers was changed, or another version of sprintmark wrote it"
        : "moved: " + inputs.joined(separator: ", ")
      return [cause] + changes
    }
  }

  /// Whether a document is stale, and by what; nil where it is not.
  ///
  /// Where a task stands in its tracker, by line, is not compared: that changes with every line above it.
  package func staleness(of file: SourceFile, _ found: MarkedRegion) -> Staleness? {
    let old = file.slice(found.body).string
    let now = SourceFile(path: "", bytes: Array(region.utf8))
    guard let fresh = try? MarkedRegion.find(in: now) else { return Staleness(inputs: [], changes: []) }
    let new = now.slice(fresh.body).string
    guard Self.comparable(old) != Self.comparable(new) else { return nil }
    let before = Dictionary(found.inputs.map { ($0.path, $0.digest) }) { $1 }
    let after = Dictionary(fresh.inputs.map { ($0.path, $0.digest) }) { $1 }
    let moved = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    return Staleness(inputs: moved, changes: TreeOutline(new).changes(since: TreeOutline(old)))
  }

  /// A tree without the numbers of lines, in `(PATH:LINE)`, and with one kind of line end.
  private static func comparable(_ body: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in body.unicodeScalars where scalar != "\r" {
      if scalar == ")" {
        let digits = result.reversed().prefix { ("0"..."9").contains($0) }.count
        if digits > 0, result.dropLast(digits).last == ":" { result.removeLast(digits) }
      }
      result.append(scalar)
    }
    while let last = result.last, last == "\n" { result.removeLast() }
    return Array(result.drop { $0 == "\n" })
  }

  // MARK: Places

  private static func facts(
    _ named: String?, beside folder: String, _ analysis: GraphAnalysis
  ) throws(ConfigurationError) -> (path: String, facts: [BlockerFact])? {
    let path = named ?? (folder == "." ? "" : folder + "/") + "blockers.yml"
    if named == nil, !FileSystem.exists(path) { return nil }
    do {
      let file = SourceFile(path: path, bytes: try FileSystem.read(path, limit: 16 << 20))
      return (path, try BlockersReader.read(file, analysis))
    } catch let error as ConfigurationError {
      throw error
    } catch let error as FileError {
      throw .unreadable(error)
    } catch {
      throw .unreadable(FileError(path, .read, .ioError))
    }
  }

  private static func folder(of path: String) -> String {
    let folder = FilePath(path).removingLastComponent().string
    return folder.isEmpty ? "." : folder
  }

  /// The innermost folder that all paths lie in: where a tree of them would be.
  private static func commonFolder(of paths: [String]) -> String {
    let folders = paths.filter { $0 != "-" }.map { folder(of: $0).split(separator: "/") }
    guard var common = folders.first else { return "." }
    for folder in folders { common = Array(zip(common, folder).prefix { $0 == $1 }.map(\.0)) }
    let path = common.joined(separator: "/")
    return paths.contains { $0.hasPrefix("/") } ? "/" + path : path.isEmpty ? "." : path
  }
}
