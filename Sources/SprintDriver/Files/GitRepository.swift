import SprintSource
import SystemPackage

/// The git repository of the folder that the tool runs in, or that the environment names, as it does for a hook.
struct GitRepository: Sendable {
  /// The root of the work tree, absolute.
  let root: String

  init() throws(GitError) {
    let found = try Self.git(["rev-parse", "--show-toplevel"])
    guard found.status == 0 else {
      throw GitError(
        "this is no work tree of a git repository", found,
        help: "run it inside of one; without --changed and --changed-since no repository is needed")
    }
    root = Self.text(found.output)
  }

  /// The files that are staged: those in which the index differs from the last commit, if there is one.
  func staged() throws(GitError) -> [String] { try indexed(since: []) }

  /// The files in which the work tree or the index differs from the commit where a revision and `HEAD` parted, and
  /// those that git neither knows nor ignores.
  ///
  /// `git diff` would compare the work tree at once, but it writes the index meanwhile, whatever it is told.
  func differing(from revision: String) throws(GitError) -> [String] {
    let base = try mergeBase(with: revision)
    let status = try records([
      "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all",
    ])
    // `XY PATH`: X is about the index, Y about the work tree.
    let unstaged = status.filter { $0.count > 3 && $0[$0.startIndex + 1] != UInt8(ascii: " ") }.map { $0.dropFirst(3) }
    return try indexed(since: [base]) + unstaged.map(FileName.text)
  }

  /// The files in which the index differs from a commit. What is renamed is one that is gone and one that is new.
  private func indexed(since base: [String]) throws(GitError) -> [String] {
    let plainly = ["-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"]
    return try records(["diff", "--cached"] + plainly + base + ["--"]).map(FileName.text)
  }

  private func mergeBase(with revision: String) throws(GitError) -> String {
    guard !revision.hasPrefix("-") else {
      throw GitError("\(revision) is no revision: none begins with a `-`", help: "name a commit, a branch or a tag")
    }
    let found = try Self.git(["merge-base", revision, "HEAD"])
    switch found.status {
    case 0: return Self.text(found.output)
    case 1: throw try withoutMergeBase(revision)
    default:
      throw GitError(
        "git finds no commit where \(revision) and HEAD parted", found,
        help: "name a commit, a branch or a tag; `git fetch` brings those of a remote")
    }
  }

  private func withoutMergeBase(_ revision: String) throws(GitError) -> GitError {
    let message = "\(revision) and HEAD have no commit in common"
    guard Self.text(try Self.git(["rev-parse", "--is-shallow-repository"]).output) == "true" else {
      return GitError(message, help: "name a revision that HEAD comes from")
    }
    return GitError(
      "\(message) that is here: this clone is shallow",
      help: "`git fetch --unshallow` brings all commits, `git fetch --deepen=100` a hundred more")
  }

  /// What git writes with a NUL behind each, names as they are.
  private func records(_ arguments: [String]) throws(GitError) -> [ArraySlice<UInt8>] {
    let found = try Self.git(arguments)
    guard found.status == 0 else { throw GitError("git cannot say which files have changed", found) }
    return found.output.split(separator: 0)
  }

  // MARK: Running git

  /// What is configured must not change what is listed, start a program, or reach for a network.
  private static let settings = ["core.fsmonitor=", "diff.relative=false", "protocol.allow=never"]

  private static func git(_ arguments: [String]) throws(GitError) -> ChildProcess {
    do {
      return try ChildProcess.run("git", ["--no-optional-locks"] + settings.flatMap { ["-c", $0] } + arguments)
    } catch {
      guard error == .noSuchFileOrDirectory else { throw GitError("git cannot be run: \(error)") }
      throw GitError("there is no program git in PATH", help: "install git, or name the files instead")
    }
  }

  /// A line, without its end. Names of folders may have line breaks in them.
  private static func text(_ output: [UInt8]) -> String {
    FileName.text(output.last == UInt8(ascii: "\n") ? output.dropLast() : output[...])
  }
}
