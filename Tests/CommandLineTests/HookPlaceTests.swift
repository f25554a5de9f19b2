import SprintDriver
import SprintTesting
import Testing

/// Where hooks run, and what git tells them.
struct HookPlaceTests {
  private static let text = Trackers.stale

  private func lint(
    _ arguments: [String], in folder: TemporaryFolder, inner: String = ".", variables: [String: String?] = [:]
  ) async throws -> Run {
    try await Sprintmark.run(
      ["lint"] + arguments, in: folder, inner: inner, variables: GitFolder.variables.merging(variables) { $1 })
  }

  /// A repository with a tracker that is clean, and another one that is staged and is not.
  private func repository() async throws -> GitFolder {
    let repository = try await GitFolder(["docs/SPRINT_1.md": Trackers.clean])
    try await repository.commitAll()
    try repository.write("docs/SPRINT_2.md", Self.text)
    try await repository.git("add", "--all")
    return repository
  }

  private static let finding = "SPRINT_2.md:5:20: error[SM304"
  private static let empty =
    "note: nothing to do: no tracker in .: looked for SPRINT_*.md, SPRINT-*.md there and below\n"
  private static let nothingStaged = "note: nothing to do: no tracker that is meant is staged\n"

  // MARK: Nothing to look at

  @Test func `a repository without a tracker passes a hook, but no check`() async throws {
    let repository = try await GitFolder(["README.md": "Read me.\n", "docs/notes.md": "Notes.\n"])
    for isCommitted in [false, true] {
      if isCommitted { try await repository.commitAll() }
      try repository.write("README.md", "Read this.\n")
      try await repository.git("add", "--all")
      let hook = try await lint(["--changed"], in: repository.folder)
      #expect(hook.status == 0)
      #expect(hook.errorText == Self.empty)
      let fix = try await lint(["--changed", "--fix", "--exit-non-zero-on-fix"], in: repository.folder)
      #expect(fix.status == 0)
      #expect(fix.errorText == Self.empty)
    }
    // Who names a folder, or checks against a revision, expects trackers.
    for arguments in [[], ["docs", "--changed"], ["--changed-since", "HEAD"], ["docs", "--changed-since", "HEAD"]] {
      let check = try await lint(arguments, in: repository.folder)
      #expect(check.status == 2, "\(arguments)")
      #expect(check.errorText.hasPrefix("error: no tracker in "))
    }
    try repository.write(".sprintmark.yml", "workspace: [docs]\n")
    #expect(try await lint(["--changed"], in: repository.folder).status == 0)
    #expect(try await lint([], in: repository.folder).status == 2)
    try repository.write(".sprintmark.yml", "workspace: [nowhere]\n")
    let misspelt = try await lint(["--changed"], in: repository.folder)
    #expect(misspelt.status == 2)
    #expect(misspelt.errorText == "error: cannot find nowhere: No such file or directory\n")
  }

  @Test func `the last tracker can be deleted`() async throws {
    let repository = try await GitFolder(["docs/SPRINT_1.md": Trackers.clean])
    try await repository.commitAll()
    try await repository.git("rm", "-q", "docs/SPRINT_1.md")
    let run = try await lint(["--changed"], in: repository.folder)
    #expect(run.status == 0)
    #expect(run.errorText == Self.empty)
  }

  @Test func `before the first commit there is nothing to compare with`() async throws {
    let repository = try await GitFolder(["SPRINT_1.md": Self.text])
    #expect(try await lint(["--changed"], in: repository.folder).errorText == Self.nothingStaged)
    for revision in ["main", "HEAD"] {
      let since = try await lint(["--changed-since", revision], in: repository.folder)
      #expect(since.status == 2)
      #expect(
        since.errorText == """
          error: there is no commit yet from which \(revision) could part
             = help: before the first commit, --changed is about all that is staged

          """)
    }
  }

  // MARK: What is staged, and what lies in the work tree

  @Test func `a file that is staged otherwise gets a notice`() async throws {
    let repository = try await repository()
    try repository.write("docs/SPRINT_2.md", Trackers.clean.replacing("APP-10", with: "APP-11"))
    let mended = try await lint(["--changed"], in: repository.folder)
    #expect(mended.status == 0)
    #expect(
      mended.errorText
        == "note: docs/SPRINT_2.md is read as it lies in the work tree; what is staged of it is another text\n")
    try await repository.git("add", "--all")
    #expect(try await lint(["--changed"], in: repository.folder).errorText == "")
    // What is not staged at all is what others see.
    try repository.write("docs/SPRINT_1.md", Trackers.clean + "\nMore.\n")
    #expect(try await lint(["--changed"], in: repository.folder).errorText == "")
  }

  @Test func `a file that is staged and not there gets a notice`() async throws {
    let repository = try await repository()
    try repository.write("notes.md", "Notes.\n")
    try await repository.git("add", "--all")
    #expect(try await Run.of("rm", ["docs/SPRINT_2.md", "notes.md"], in: repository.folder.path).status == 0)
    let run = try await lint(["--changed"], in: repository.folder)
    #expect(run.status == 0)
    #expect(
      run.errorText == "note: docs/SPRINT_2.md is staged, but is not in the work tree, and is not read\n"
        + Self.nothingStaged)
  }

  @Test func `what is deleted or renamed is staged too`() async throws {
    let repository = try await repository()
    try await repository.commitAll()
    try await repository.git("mv", "docs/SPRINT_2.md", "docs/SPRINT_3 with blanks.md")
    try await repository.git("rm", "-q", "docs/SPRINT_1.md")
    let run = try await lint(["--changed"], in: repository.folder)
    #expect(run.status == 1)
    #expect(run.outputText.hasPrefix("docs/SPRINT_3 with blanks.md:5:20: error[SM304"))
    #expect(run.errorText == "")
  }

  @Test func `while a merge is under way, all that it brings is staged`() async throws {
    let repository = try await repository()
    try await repository.git("stash")
    try await repository.git("checkout", "-q", "-b", "work")
    try await repository.git("stash", "pop")
    try repository.write("docs/SPRINT_1.md", Trackers.clean + "\nWork.\n")
    try await repository.commitAll()
    try await repository.git("checkout", "-q", "main")
    try repository.write("docs/SPRINT_1.md", Trackers.clean + "\nMain.\n")
    try await repository.commitAll()
    let merge = try await Run.of(
      "git", ["merge", "work"], in: repository.folder.path, variables: GitFolder.variables)
    #expect(merge.outputText.contains("CONFLICT"))
    let conflict = try await lint(["--changed"], in: repository.folder)
    #expect(conflict.status == 1)
    #expect(conflict.outputText.contains("docs/\(Self.finding)"))
    #expect(conflict.outputText.contains("of 2 trackers"))
    try repository.write("docs/SPRINT_1.md", Trackers.clean + "\nMain.\n")
    try await repository.git("add", "--all")
    let solved = try await lint(["--changed"], in: repository.folder)
    #expect(solved.outputText.contains("docs/\(Self.finding)"))
    #expect(solved.outputText.hasSuffix("of 1 tracker (2 tasks)\n"))
  }

  @Test func `line ends that git turns are no change, and stay`() async throws {
    let repository = try await GitFolder()
    try await repository.git("config", "core.autocrlf", "true")
    func windows(_ text: String) -> String { text.replacing("\n", with: "\r\n") }
    try repository.write("SPRINT_1.md", windows(Trackers.clean))
    try await repository.commitAll()
    let rows = "| 1 | APP-11-001 | TODO | None | Web | Build. |\n| 1 | APP-11-002 | TODO | None | Web | Test. |\n"
    try repository.write("SPRINT_2.md", windows(Trackers.header + rows))
    try await repository.git("add", "--all")
    #expect(try await Run.of("touch", ["-d", "2001-02-03", "SPRINT_1.md"], in: repository.folder.path).status == 0)
    let run = try await lint(["--changed", "--fix"], in: repository.folder)
    #expect(run.status == 0)
    #expect(run.errorText == "fixed 1 finding in 1 file: SM106 1\n")
    #expect(run.outputText.hasSuffix("1 tracker (2 tasks)\n"))
    let fixed = try FileSystem.read("\(repository.folder.path)/SPRINT_2.md")
    #expect(
      fixed == Array(windows(Trackers.header + rows.replacing("| 1 | APP-11-002", with: "| 2 | APP-11-002")).utf8))
    let since = try await lint(["--changed-since", "HEAD"], in: repository.folder)
    #expect(since.outputText.hasSuffix("1 tracker (2 tasks)\n"))
  }

  // MARK: Repositories of all kinds

  @Test func `a head that is on no branch`() async throws {
    let repository = try await repository()
    try await repository.git("checkout", "-q", "--detach")
    #expect(try await lint(["--changed"], in: repository.folder).outputText.hasPrefix("docs/\(Self.finding)"))
    #expect(
      try await lint(["--changed-since", "main"], in: repository.folder).outputText.hasPrefix("docs/\(Self.finding)"))
  }

  @Test func `from outside, what a submodule has staged is its own`() async throws {
    let inner = try await repository()
    try await inner.commitAll()
    let outer = try await GitFolder(["SPRINT_3.md": Trackers.clean])
    try await outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.folder.path, "module")
    // That it is at another commit is staged; which trackers that is about, its own hook has looked at.
    #expect(try await lint(["--changed"], in: outer.folder).errorText == Self.nothingStaged)
    try await outer.commitAll()
    try outer.write("module/docs/SPRINT_2.md", Self.text + "\nStaged.\n")
    try await outer.git("add", "--all", in: "module")
    #expect(try await lint(["--changed"], in: outer.folder).errorText == Self.nothingStaged)
    #expect(
      try await lint(["--changed"], in: outer.folder, inner: "module").outputText.hasPrefix("docs/\(Self.finding)"))
    // From outside, what it refers to is there.
    try outer.write("SPRINT_3.md", Trackers.header + "| 1 | APP-3-001 | TODO | WEB-10-001 | Web | Build. |\n")
    try await outer.git("add", "SPRINT_3.md")
    #expect(try await lint(["--changed"], in: outer.folder).status == 0)
  }

  @Test(arguments: ["--changed", "--changed-since=HEAD"])
  func `a bare repository has no work tree`(argument: String) async throws {
    let repository = try await repository()
    let place = try TemporaryFolder()
    let cloned = try await Run.of(
      "git", ["clone", "-q", "--bare", repository.folder.path, "."], in: place.path, variables: GitFolder.variables)
    #expect(cloned.status == 0)
    // As people run it, and as git runs a hook there.
    for (variables, help) in [([:], "run it inside of a repository"), (["GIT_DIR": "."], "GIT_DIR is set")] {
      let run = try await lint([argument], in: place, variables: variables)
      #expect(run.status == 2)
      #expect(run.output == [])
      #expect(
        run.errorText.hasPrefix(
          "error: git finds no work tree here; git says: fatal: this operation must be run in a work tree\n"))
      #expect(run.errorText.contains("   = help: \(help)"))
    }
  }

  @Test func `a repository of another user is named with what git says to do`() async throws {
    let run = try await lint(
      ["--changed"], in: try await repository().folder, variables: ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"])
    #expect(run.status == 2)
    #expect(run.errorText.hasPrefix("error: git finds no work tree here; git says: fatal: detected dubious ownership"))
    #expect(run.errorText.contains("git config --global --add safe.directory"))
  }

  @Test func `a shallow clone without the commit that is named`() async throws {
    let repository = try await repository()
    let commit = try await repository.git("rev-parse", "HEAD").split(separator: "\n").joined()
    try await repository.commitAll()
    let place = try TemporaryFolder()
    let url = "file://\(repository.folder.path)"
    let cloned = try await Run.of(
      "git", ["clone", "-q", "--depth=1", url, "."], in: place.path, variables: GitFolder.variables)
    #expect(cloned.status == 0)
    for revision in [commit, "HEAD~1", "origin/work"] {
      let run = try await lint(["--changed-since", revision], in: place)
      #expect(run.status == 2)
      #expect(
        run.errorText.hasPrefix("error: git finds no commit where \(revision) and HEAD parted: this clone is shallow;"))
      #expect(run.errorText.contains("\n   = help: `git fetch --unshallow` brings all commits, "))
    }
    let fetched = try await Run.of(
      "git", ["fetch", "-q", "--unshallow"], in: place.path, variables: GitFolder.variables)
    #expect(fetched.status == 0)
    let run = try await lint(["--changed-since", commit], in: place)
    #expect(run.outputText.hasPrefix("docs/\(Self.finding)"))
  }

  @Test func `a revision that a variable should have named`() async throws {
    let run = try await lint(["--changed-since", ""], in: try await repository().folder)
    #expect(run.status == 2)
    #expect(
      run.errorText == "error: an empty text is no revision\n   = help: name a commit, a branch or a tag\n")
  }

  // MARK: What git tells a hook

  @Test func `the index that git names is the one that counts`() async throws {
    let repository = try await repository()
    let index = "\(repository.folder.path)/.git/other-index"
    let added = try await Run.of(
      "git", ["add", "docs/SPRINT_1.md"], in: repository.folder.path,
      variables: GitFolder.variables.merging(["GIT_INDEX_FILE": index]) { $1 })
    #expect(added.status == 0)
    for name in [index, ".git/other-index"] {
      let run = try await lint(
        ["--changed"], in: repository.folder, variables: ["GIT_DIR": ".git", "GIT_INDEX_FILE": name])
      #expect(run.errorText == Self.nothingStaged)
    }
    let run = try await lint(
      ["--changed"], in: repository.folder, variables: ["GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"])
    #expect(run.outputText.hasPrefix("docs/\(Self.finding)"))
  }

  /// Commits with a hook, in a folder of the work tree.
  private func commit(_ repository: GitFolder, hook: String, in inner: String) async throws -> Run {
    let path = "\(repository.folder.path)/.git/hooks/pre-commit"
    try repository.write(".git/hooks/pre-commit", "#!/bin/sh\n\(hook)\n")
    #expect(try await Run.of("chmod", ["+x", path]).status == 0)
    return try await Run.of(
      "git", ["commit", "-q", "-m", "More"], in: "\(repository.folder.path)/\(inner)",
      variables: GitFolder.variables.merging(try Sprintmark.searchPath()) { $1 })
  }

  @Test(arguments: [".", "docs", "tree", "tree/docs"], [false, true])
  func `a hook refuses a commit from any folder and work tree, and in any folder`(
    inner: String, changesFolder: Bool
  ) async throws {
    let repository = try await repository()
    try await repository.git("stash")
    try await repository.git("worktree", "add", "-q", "tree", "-b", "work")
    let tree = inner.hasPrefix("tree") ? "tree" : "."
    try repository.write("\(tree)/docs/SPRINT_2.md", Self.text)
    try await repository.git("add", "docs/SPRINT_2.md", in: tree)
    let hook =
      changesFolder ? "unset GIT_DIR; cd docs; exec sprintmark lint --changed ." : "exec sprintmark lint --changed"
    let run = try await commit(repository, hook: hook, in: inner)
    #expect(run.status == 1)
    #expect(run.errorText.hasPrefix(changesFolder ? Self.finding : "docs/\(Self.finding)"), "\(run.allText)")
  }

  @Test func `a hook that changes the folder and keeps what git has set is told so`() async throws {
    let repository = try await repository()
    let relative = try await lint(["--changed"], in: repository.folder, inner: "docs", variables: ["GIT_DIR": ".git"])
    #expect(relative.status == 2)
    #expect(relative.errorText.hasPrefix("error: git finds no work tree here; git says: fatal: not a git repository"))
    #expect(relative.errorText.contains("   = help: GIT_DIR is set, as git does for a hook: run it in the root of"))
    // Git takes the folder for the root, in which there is nothing of what is staged.
    let absolute = try await lint(
      ["--changed"], in: repository.folder, inner: "docs", variables: ["GIT_DIR": "\(repository.folder.path)/.git"])
    #expect(
      absolute.errorText.hasPrefix("note: docs/SPRINT_2.md is staged, but is not in the work tree, and is not read"))
  }
}
