/// A git repository in a folder for one test, without what the machine has configured.
package struct GitFolder: Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package let folder: TemporaryFolder

  /// What git gets to see, and a program that runs it.
  package static let variables: [String: String?] = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C", "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_DIR": nil, "GIT_INDEX_FILE": nil, "GIT_WORK_TREE": nil, "XDG_CONFIG_HOME": "/nonexistent",
  ]

  /// Makes a repository, with files that are not known to it yet.
  package init(_ files: KeyValuePairs<String, String> = [:]) async throws {
    folder = try TemporaryFolder(files)
    try await git("init", "-q", "-b", "main")
  }

  /// Runs git, which has to succeed.
  @discardableResult
  package func git(_ arguments: String..., input: [UInt8] = [], in inner: String = ".") async throws -> String {
    let run = try await Run.of(
      "git", arguments, input: input, in: "\(folder.path)/\(inner)", variables: Self.variables)
    guard run.status == 0 else {
      throw Failure(description: "git \(arguments) ended with \(run.status): \(run.errorText)")
    }
    return run.outputText
  }

  /// Commits all that there is.
  package func commitAll(_ message: String = "All") async throws {
    try await git("add", "--all")
    try await git("commit", "-q", "--allow-empty", "-m", message)
  }

  package func write(_ name: String, _ text: String) throws { try folder.write(name, Array(text.utf8)) }
}
