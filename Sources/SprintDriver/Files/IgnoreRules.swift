import SprintSource
import SystemPackage

/// What git is told to ignore in one folder (gitignore(5)).
///
/// The `.gitignore` files of the folder and of those around it count, up to the root of the repository, and its
/// `info/exclude`. Outside of a repository nothing is ignored. What users keep for themselves (`core.excludesFile`) is
/// not read: a run says the same to everybody.
struct IgnoreRules: Sendable {
  /// What one file says.
  private struct Level {
    /// The number of folders between the root of the repository and what the patterns are relative to.
    let depth: Int
    let patterns: [IgnorePattern]
  }

  /// Those of outer folders first; the last word counts.
  private var levels: [Level] = []
  /// The folder, as its path from the root of the repository.
  private var folder: [Substring] = []

  /// The rules at the root of a repository, but for its `.gitignore`.
  private init(repository path: String) throws(FileError) {
    guard let file = Self.excludeFile(of: path) else { return }
    add(try Self.patterns(in: file))
  }

  /// The rules that folders around a folder have for it; nil outside of a repository.
  init?(around path: String) throws(FileError) {
    guard let path = FileSystem.resolvingLinks(in: path) else { return nil }
    let parts = path.split(separator: "/")
    func outer(_ count: Int) -> String { "/" + parts[..<count].joined(separator: "/") }
    guard let repository = Repository(around: path + "/..") else { return nil }
    self = try IgnoreRules(repository: repository.root)
    for count in repository.root.split(separator: "/").count..<parts.count {
      try read(in: outer(count))
      folder.append(parts[count])
    }
  }

  /// The rules that hold in a folder with certain entries, where others hold around it. A repository inside of
  /// another one goes by its own.
  static func holding(
    in path: String, _ entries: [FileSystem.Entry], outer: IgnoreRules?
  ) throws(FileError) -> IgnoreRules? {
    let isRoot = entries.contains { $0.name == ".git" }
    guard var rules = isRoot ? try IgnoreRules(repository: path) : outer else { return nil }
    if entries.contains(where: { $0.name == ".gitignore" }) { try rules.read(in: path) }
    return rules
  }

  /// The rules that the folder has for one in it.
  func entering(_ name: String) -> IgnoreRules {
    var rules = self
    rules.folder.append(name[...])
    return rules
  }

  /// Whether an entry of the folder is ignored. What is in an ignored folder is not looked at: it is ignored.
  func ignores(_ name: String, isFolder: Bool) -> Bool {
    guard !levels.isEmpty else { return false }
    let names = folder + [name[...]]
    for level in levels.reversed() {
      let last = level.patterns.last { $0.matches(names[level.depth...], isFolder: isFolder) }
      if let last { return !last.isNegated }
    }
    return false
  }

  // MARK: Files

  /// Adds what the `.gitignore` says that lies in the folder. As git has it, one that is a link does not count.
  private mutating func read(in path: String) throws(FileError) {
    let file = path + "/.gitignore"
    if FileSystem.linkTarget(of: file) == nil { add(try Self.patterns(in: file)) }
  }

  private mutating func add(_ patterns: [IgnorePattern]) {
    if !patterns.isEmpty { levels.append(Level(depth: folder.count, patterns: patterns)) }
  }

  private static func patterns(in path: String) throws(FileError) -> [IgnorePattern] {
    guard (try? FileSystem.kind(of: path)) == .file else { return [] }
    return IgnorePattern.all(in: try FileSystem.read(path, limit: 1 << 17))
  }

  /// Where the repository of a work tree keeps its own patterns (gitrepository-layout(5)).
  private static func excludeFile(of root: String) -> String? {
    var folder = FilePath(root).appending(".git")
    if (try? FileSystem.kind(of: folder.string)) == .file {
      // In a submodule and in a further work tree, `.git` is a file that says where the repository is.
      guard let text = line(of: folder.string), text.hasPrefix("gitdir: ") else { return nil }
      folder = FilePath(root).pushing(FilePath(String(text.dropFirst(8))))
    }
    if let common = line(of: folder.appending("commondir").string) { folder.push(FilePath(common)) }
    return folder.appending("info").appending("exclude").string
  }

  /// The text of a file that holds one line.
  private static func line(of path: String) -> String? {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 16) else { return nil }
    return FileName.text(bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...])
  }
}
