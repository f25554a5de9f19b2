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
        "git finds no work tree here", found,
        help: Environment.variable("GIT_DIR") == nil
          ? "run it inside of a repository; without --changed and --changed-since none is needed"
          : "GIT_DIR is set, as git does for a hook: run it in the root of the work tree, or unset GIT_DIR")
    }
    root = Self.text(found.output)
  }

  /// A file that has changed.
  struct Change: Sendable {
    /// Relative to the root.
    let name: String
    /// Whether the work tree has another text of it than the index, or lacks it.
    var isStagedOtherwise = false
  }

  /// The files that are staged: those in which the index differs from the last commit, if there is one.
  func staged() throws(GitError) -> [Change] {
    let none = UInt8(ascii: " ")
    return try status(untracked: "no").filter { $0.index != none }.map {
      Change(name: $0.name, isStagedOtherwise: $0.workTree != none)
    }
  }

  /// The files in which the work tree or the index differs from the commit where a revision and `HEAD` parted, and
  /// those that git neither knows nor ignores.
  ///
  /// `git diff` would compare the work tree at once, but it writes the index meanwhile, whatever it is told.
  func differing(from revision: String) throws(GitError) -> [String] {
    let base = try mergeBase(with: revision)
    let unstaged = try status(untracked: "all").filter { $0.workTree != UInt8(ascii: " ") }
    return try indexed(since: base) + unstaged.map(\.name)
  }

  /// What `git status` says, a letter for the index and one for the work tree.
  private func status(
    untracked: String
  ) throws(GitError) -> [(index: UInt8, workTree: UInt8, name: String)] {
    let arguments = ["status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all"]
    return try records(arguments + ["--untracked-files=\(untracked)"]).filter { $0.count > 3 }.map {
      ($0[$0.startIndex], $0[$0.startIndex + 1], FileName.text($0.dropFirst(3)))
    }
  }

  /// The files in which the index differs from a commit. What is renamed is one that is gone and one that is new.
  private func indexed(since base: String) throws(GitError) -> [String] {
    let plainly = ["-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"]
    return try records(["diff", "--cached"] + plainly + [base, "--"]).map(FileName.text)
  }

  private func mergeBase(with revision: String) throws(GitError) -> String {
    guard !revision.isEmpty, !revision.hasPrefix("-") else {
      throw GitError(
        revision.isEmpty ? "an empty text is no revision" : "\(revision) is no revision: none begins with a `-`",
        help: "name a commit, a branch or a tag")
    }
    let found = try Self.git(["merge-base", revision, "HEAD"])
    switch found.status {
    case 0: return Self.text(found.output)
    case 1: throw try withoutMergeBase(revision)
    default: throw try withoutRevision(revision, found)
    }
  }

  private func withoutRevision(_ revision: String, _ found: ChildProcess) throws(GitError) -> GitError {
    guard try Self.git(["rev-parse", "--verify", "--quiet", "HEAD"]).status == 0 else {
      return GitError(
        "there is no commit yet from which \(revision) could part",
        help: "before the first commit, --changed is about all that is staged")
    }
    let message = "git finds no commit where \(revision) and HEAD parted"
    return try isShallow
      ? GitError("\(message): this clone is shallow", found, help: Self.deepening)
      : GitError(message, found, help: "name a commit, a branch or a tag; `git fetch` brings those of a remote")
  }

  private func withoutMergeBase(_ revision: String) throws(GitError) -> GitError {
    let message = "\(revision) and HEAD have no commit in common"
    return try isShallow
      ? GitError("\(message) that is here: this clone is shallow", help: Self.deepening)
      : GitError(message, help: "name a revision that HEAD comes from")
  }

  /// Whether commits that the repository comes from were left where it was cloned from.
  private var isShallow: Bool {
    get throws(GitError) { Self.text(try Self.git(["rev-parse", "--is-shallow-repository"]).output) == "true" }
  }

  private static let deepening = "`git fetch --unshallow` brings all commits, `git fetch --deepen=100` a hundred more"

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
