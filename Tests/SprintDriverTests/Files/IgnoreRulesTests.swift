import Foundation
import SprintDriver
import SprintSource
import SprintTesting
import Testing

/// Holds what is found in folders against what git ignores in them.
struct IgnoreRulesTests {
  /// The files that are found below a folder of a repository.
  private func found(_ folder: String, in repository: GitFolder) throws -> [String] {
    let yaml = "include: ['*']\nexclude: [.gitignore]\n"
    let configuration = try ConfigurationReader.read(SourceFile(path: "x.yml", bytes: Array(yaml.utf8)))
    let root = repository.folder.path
    let project = Project(configuration, base: BaseFolder(root, from: "/"))
    let found = Discovery.files(named: ["\(root)/\(folder)"], in: project)
    #expect(found.failures.isEmpty)
    return found.files.map(\.relativePath).sorted()
  }

  /// Those of some paths that git ignores.
  private func ignored(_ paths: [String], in repository: GitFolder) async throws -> Set<String> {
    let run = try await Run.of(
      "git", ["check-ignore", "--no-index", "--stdin", "-z"], input: Array(paths.joined(separator: "\0").utf8),
      in: repository.folder.path, variables: GitFolder.variables)
    #expect(run.status < 2)
    return Set(run.outputText.split(separator: "\0").map(String.init))
  }

  private static let patterns: [(first: String, others: [String])] = [
    ("*.md", []), ("/a.md", []), ("b/a.md", []), ("b/", []), ("/b/*", []), ("c/**", []), ("**/c", []),
    ("b/**/a.md", []),
    ("**", []), ("/**", []), ("**/", []), ("*", ["!b/", "!*.md"]), ("b", ["!b/a.md"]), ("b/*", ["!b/a.md"]),
    ("b/**", ["!b/a.md"]), ("b/**", ["!b/c/", "!b/c/a.md"]), ("!a.md", ["a.md"]), ("a.md", ["!a.md"]),
    ("\\#a.md", []), ("#a.md", []), (#"\!a.md"#, []), ("!a.md", []), ("a.md   ", []), (#"x\ "#, []), (#"x\  "#, []),
    ("x ", []), ("a.md\t", []), (#"\a.md"#, []), (#"a\*.md"#, []), (#"a*\.md"#, []), (#"a.md\"#, []), ("a[", []),
    ("[ab", []), ("a[]].md", []), ("[[:lower:]].md", []), ("[^[:upper:]].md", []), ("[[:none:]].md", []),
    (#"[\]a].md"#, []), (#"[a\-c].md"#, []), ("[a-].md", []), ("?.md", []), ("a.md\r", []), ("\u{FEFF}a.md", []),
    ("été.md", []), ("/", []), ("//", []), ("b//c", []), ("./b", []), ("b/.", []), ("", []), ("!", []), ("//b", []),
    ("b///", []), ("b/c/", []), ("b/*/a.md", []), ("c", ["!/b/c", "b/c/a.md"]), ("***", []), ("a**", []),
    ("**a.md", []),
  ]

  @Test func `a pattern means what it means to git`() async throws {
    let names = [
      "a.md", "été.md", "#a.md", "!a.md", "x ", "x", "x\\", "a[].md", "a*.md", "ab.md", "-.md", "A.md", "].md",
    ]
    let paths = ["", "b/", "b/c/", "c/", "b/d/c/"].flatMap { folder in names.map { folder + $0 } }
    let repository = try await GitFolder()
    let folders = Self.patterns.indices.map(String.init)
    for (folder, patterns) in zip(folders, Self.patterns) {
      for path in paths { try repository.write("\(folder)/\(path)", "") }
      try repository.write("\(folder)/.gitignore", ([patterns.first] + patterns.others).joined(separator: "\n"))
    }
    let ignored = try await ignored(folders.flatMap { folder in paths.map { "\(folder)/\($0)" } }, in: repository)
    for (folder, patterns) in zip(folders, Self.patterns) {
      let kept = paths.map { "\(folder)/\($0)" }.filter { !ignored.contains($0) }
      #expect(try found(folder, in: repository) == kept.sorted(), "\(patterns)")
    }
  }

  @Test(arguments: 0..<16) func `generated patterns mean what they mean to git`(seed: Int) async throws {
    var random = SeededGenerator(seed)
    let repository = try await GitFolder()
    let paths = Self.paths(&random)
    for path in paths { try repository.write(path, "") }
    let folders = Set(
      paths.compactMap { $0.contains("/") ? $0.split(separator: "/").dropLast().joined(separator: "/") : nil })
    let some = folders.sorted().filter { _ in random.once(in: 4) }
    for folder in ["."] + some { try repository.write("\(folder)/.gitignore", Self.patterns(&random)) }
    try repository.write(".git/info/exclude", Self.patterns(&random))
    let ignored = try await ignored(paths + folders.sorted(), in: repository)
    let kept = paths.filter { !ignored.contains($0) }.sorted()
    #expect(try found(".", in: repository) == kept)
    for folder in folders.sorted() where !ignored.contains(folder) {
      #expect(try found(folder, in: repository) == kept.filter { $0.hasPrefix(folder + "/") })
    }
  }

  /// Paths of files, none of which is another's folder.
  private static func paths(_ random: inout SeededGenerator) -> [String] {
    let names = ["a", "b", "c", "ab", "ba", "abc", "a ", " b", "#", "!a", "a.b", "b.c", "cc"]
    var files: Set<String> = []
    var folders: Set<String> = []
    for _ in 0..<120 {
      let parts = (0..<random.number(1...4)).map { _ in random.one(of: names) }
      let outer = parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
      let path = parts.joined(separator: "/")
      guard files.isDisjoint(with: outer), !folders.contains(path) else { continue }
      files.insert(path)
      folders.formUnion(outer)
    }
    return files.sorted()
  }

  private static func patterns(_ random: inout SeededGenerator) -> String {
    (0..<random.number(1...6)).map { _ in pattern(&random) }.joined(separator: random.once(in: 5) ? "\r\n" : "\n")
  }

  private static func pattern(_ random: inout SeededGenerator) -> String {
    let atoms = [
      "a", "b", "c", "a", "b", "c", "*", "?", "[ab]", "[!a]", "[a-c]", "[^[:punct:]]", #"\a"#, "\\#", #"\!"#, #"\ "#,
      ".",
      " ", "#",
    ]
    let parts = (0..<random.number(1...3)).map { _ in
      if random.once(in: 5) { return "**" }
      var word = ""
      for _ in 0..<random.number(1...2) {
        let atom = random.one(of: atoms)
        // To git, `a**/b` is not quite what its manual says.
        if atom != "*" || !word.hasSuffix("*") { word += atom }
      }
      return word
    }
    let path = parts.joined(separator: "/")
    return (random.once(in: 3) ? "!" : "") + (random.once(in: 4) ? "/" : "") + path + (random.once(in: 4) ? "/" : "")
      + (random.once(in: 6) ? "  " : "")
  }

  // MARK: Where patterns hold

  private func names(_ repository: GitFolder, _ folder: String = ".") throws -> [String] {
    try found(folder, in: repository).filter { !$0.hasSuffix(".git") }
  }

  @Test func `nothing is ignored outside of a repository`() async throws {
    let repository = try await GitFolder(["docs/a.md": "", "docs/b.md": "", "docs/.gitignore": "a.md\n"])
    #expect(try names(repository) == ["docs/b.md"])
    try FileManager.default.removeItem(atPath: "\(repository.folder.path)/.git")
    #expect(try names(repository) == ["docs/a.md", "docs/b.md"])
  }

  @Test func `a repository inside of another one goes by its own patterns`() async throws {
    let repository = try await GitFolder([
      "inner/a.md": "", "inner/b.md": "", "inner/c/b.md": "", "a.md": "", "b.md": "", ".gitignore": "a.md\n",
      "inner/.gitignore": "b.md\n",
    ])
    try await repository.git("init", "-q", in: "inner")
    #expect(try names(repository) == ["b.md", "inner/a.md"])
    #expect(try names(repository, "inner") == ["inner/a.md"])
    #expect(try names(repository, "inner/c") == [])
  }

  @Test func `further work trees and submodules are repositories`() async throws {
    let repository = try await GitFolder(["a.md": "", "b.md": "", "c.md": "", ".gitignore": "a.md\n"])
    try await repository.git("add", "--force", ".")
    try await repository.git("commit", "-q", "-m", "All")
    try await repository.git("worktree", "add", "-q", "tree")
    try await repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./.git", "module")
    try repository.write(".git/info/exclude", "b.md\n")
    try repository.write(".git/modules/module/info/exclude", "c.md\n")
    #expect(try names(repository, "tree") == ["tree/c.md"])
    #expect(try names(repository, "module") == ["module/b.md"])
  }

  @Test func `a folder that is reached by a link goes by the patterns of where it lies`() async throws {
    let repository = try await GitFolder(["docs/a.md": "", "docs/b.md": "", ".gitignore": "/docs/a.md\n"])
    let outside = try TemporaryFolder()
    try outside.makeLink("docs", to: "\(repository.folder.path)/docs")
    let found = Discovery.files(
      named: ["\(outside.path)/docs"], in: Project(try Samples.configuration("include: ['*.md']\n")))
    #expect(found.files.map { $0.path.split(separator: "/").last } == ["b.md"])
  }

  @Test func `a list of patterns that is a link does not count`() async throws {
    let repository = try await GitFolder(["a.md": "", "patterns": "a.md\n"])
    try repository.folder.makeLink(".gitignore", to: "patterns")
    #expect(try names(repository) == ["a.md", "patterns"])
    #expect(try await ignored(["a.md"], in: repository) == [])
  }

  @Test func `a list of patterns that cannot be read is said, and the files are found`() async throws {
    let repository = try await GitFolder(["a.md": ""])
    try repository.write("docs/.gitignore", "")
    try repository.write("docs/b.md", "")
    let path = "\(repository.folder.path)/docs/.gitignore"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let project = Project(
      try Samples.configuration("include: ['*.md']\n"), base: BaseFolder(repository.folder.path, from: "/"))
    let found = Discovery.files(named: [repository.folder.path], in: project)
    #expect(found.files.map(\.relativePath).sorted() == ["a.md", "docs/b.md"])
    // Whoever may read everything has nothing to be told.
    #expect(found.failures.map(\.description) == (getuid() == 0 ? [] : ["cannot read \(path): Permission denied"]))
  }
}
