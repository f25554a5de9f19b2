import Foundation
import SprintTesting

/// A repository in which pre-commit runs hooks of this project, with the program that the build has left in `PATH`.
struct PreCommitFolder {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let repository: GitFolder
  /// Where pre-commit takes the hooks from: the manifest needs a repository of its own.
  private let source: GitFolder
  /// What pre-commit keeps.
  private let home = try? TemporaryFolder()

  /// - Parameters:
  ///   - hooks: as they stand below `hooks` in its configuration, in YAML.
  ///   - files: what the repository holds, committed before the hooks are there.
  /// - Throws: where git or pre-commit cannot make it.
  init(_ hooks: [String], _ files: KeyValuePairs<String, String> = [:]) async throws {
    let hooks = hooks.map { "      - \($0)\n" }.joined()
    try await self.init(configuration: "repos:\n  - repo: \(Self.url)\n    rev: v1.0\n    hooks:\n\(hooks)", files)
  }

  /// - Parameters:
  ///   - configuration: all of it; the one repository in it becomes one that is at hand.
  ///   - files: what the repository holds, committed before the hooks are there.
  /// - Throws: where git or pre-commit cannot make it.
  init(configuration: String, _ files: KeyValuePairs<String, String> = [:]) async throws {
    repository = try await GitFolder(files)
    source = try await GitFolder()
    let manifest = try Data(contentsOf: URL(filePath: "\(Places.project)/\(Self.manifest)"))
    try source.folder.write(Self.manifest, Array(manifest))
    try await source.commitAll()
    try await source.git("tag", "v1.0")
    try repository.write(
      ".pre-commit-config.yaml",
      configuration.replacing(Self.url, with: source.folder.path).replacing(#/rev: .+/#, with: "rev: v1.0"))
    try await repository.commitAll()
    let installed = try await preCommit(["install", "-t", "pre-commit", "-t", "pre-merge-commit"])
    guard installed.status == 0 else { throw Failure(description: installed.allText) }
  }

  /// Where the project would be taken from.
  private static let url = "https://example.org/sprintmark"
  static let manifest = ".pre-commit-hooks.yaml"

  /// What is in the environment of git and pre-commit.
  private func variables() throws -> [String: String?] {
    try GitFolder.variables.merging(Sprintmark.searchPath()) { $1 }.merging(["PRE_COMMIT_HOME": home?.path]) { $1 }
  }

  @discardableResult
  func preCommit(_ arguments: [String]) async throws -> Run {
    try await Run.of(
      Python.path, ["-m", "pre_commit"] + arguments, in: repository.folder.path, variables: try variables())
  }

  /// Runs git, which runs the hooks.
  func git(_ arguments: String..., in inner: String = ".") async throws -> Run {
    try await Run.of("git", arguments, in: "\(repository.folder.path)/\(inner)", variables: try variables())
  }

  /// Stages all that there is and commits it.
  func commitAll() async throws -> Run {
    try await repository.git("add", "--all")
    return try await git("commit", "-q", "-m", "More")
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(repository.folder.path)/\(name)")), as: UTF8.self)
  }
}

extension Run {
  /// All that it has said, wherever.
  var allText: String { outputText + errorText }
}
