import SprintDriver
import SprintTesting
import Testing

struct ChangedFilesTests {
  /// A tracker with one error, SM304, in the row of the second task.
  private static func stale(_ number: Int) -> String {
    Trackers.header
      + "| 1 | WEB-\(number)-001 | DONE | None | Web | Build. |\n| 2 | WEB-\(number)-002 | BLOCKED | WEB-\(number)-001 | Web | Test. |\n"
  }

  /// Three trackers with an error each, committed.
  private func repository() async throws -> GitFolder {
    let repository = try await GitFolder([
      "docs/SPRINT_1.md": Self.stale(1), "docs/SPRINT_2.md": Self.stale(2), "plans/SPRINT_3.md": Self.stale(3),
      "README.md": "Read me.\n",
    ])
    try await repository.commitAll()
    return repository
  }

  private func lint(
    _ arguments: [String], in folder: TemporaryFolder, inner: String = ".", variables: [String: String?] = [:],
    input: String = ""
  ) async throws -> Run {
    try await Sprintmark.run(
      ["lint"] + arguments, in: folder, inner: inner, input: input,
      variables: GitFolder.variables.merging(variables) { $1 })
  }

  /// The files in which something is found.
  private func files(_ run: Run) -> [String] {
    let heads = run.outputText.split(separator: "\n").filter { $0.contains("[SM") }
    return heads.map { String($0.prefix { $0 != ":" }) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static let nothingStaged = "note: nothing to do: no tracker that is meant is staged\n"

  // MARK: What is staged

  @Test func `findings are about what is staged`() async throws {
    let repository = try await repository()
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nStaged.\n")
    try await repository.git("add", "docs/SPRINT_1.md")
    try repository.write("docs/SPRINT_2.md", Self.stale(2) + "\nNot staged.\n")
    try repository.write("docs/SPRINT_4.md", Self.stale(4))
    let run = try await lint(["--changed"], in: repository.folder)
    #expect(run.status == 1)
    #expect(files(run) == ["docs/SPRINT_1.md"])
    #expect(run.outputText.hasSuffix("1 error in 1 of 1 tracker (2 tasks)\n"))
    #expect(run.errorText == "")
  }

  @Test func `where nothing is staged there is nothing to do`() async throws {
    let repository = try await repository()
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nNot staged.\n")
    let run = try await lint(["--changed"], in: repository.folder)
    #expect(run.status == 0 && run.output == [])
    #expect(run.errorText == Self.nothingStaged)
    let json = try await lint(["--changed", "--format", "json"], in: repository.folder)
    #expect(json.status == 0)
    #expect(json.outputText.contains("\"diagnostics\": []"))
    try repository.write("README.md", "No tracker.\n")
    try await repository.git("add", "README.md")
    #expect(try await lint(["--changed"], in: repository.folder).errorText == Self.nothingStaged)
  }

  @Test func `before the first commit all that is staged is new`() async throws {
    let repository = try await GitFolder(["SPRINT_1.md": Self.stale(1), "SPRINT_2.md": Self.stale(2)])
    #expect(try await lint(["--changed"], in: repository.folder).errorText == Self.nothingStaged)
    try await repository.git("add", "SPRINT_2.md")
    #expect(files(try await lint(["--changed"], in: repository.folder)) == ["SPRINT_2.md"])
  }

  @Test func `paths narrow it`() async throws {
    let repository = try await repository()
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nStaged.\n")
    try repository.write("plans/SPRINT_3.md", Self.stale(3) + "\nStaged.\n")
    try await repository.git("add", "--all")
    #expect(files(try await lint(["--changed", "docs"], in: repository.folder)) == ["docs/SPRINT_1.md"])
    #expect(files(try await lint(["plans", "--changed"], in: repository.folder)) == ["plans/SPRINT_3.md"])
    let unchanged = try await lint(["--changed", "docs/SPRINT_2.md"], in: repository.folder)
    #expect(unchanged.errorText == Self.nothingStaged)
    #expect(try await lint(["--changed", "nowhere"], in: repository.folder).status == 2)
  }

  @Test func `what is renamed has changed, and what is gone is not there to be referred to`() async throws {
    let repository = try await repository()
    let row = "| 1 | APP-5-001 | TODO | Depends on WEB-1-001 | Web | Build. |\n"
    try repository.write("docs/SPRINT_5.md", Trackers.header + row)
    try await repository.commitAll()
    try await repository.git("mv", "docs/SPRINT_2.md", "docs/SPRINT_6.md")
    try await repository.git("rm", "-q", "docs/SPRINT_1.md")
    #expect(files(try await lint(["--changed"], in: repository.folder)) == ["docs/SPRINT_6.md"])
    try repository.write("docs/SPRINT_5.md", Trackers.header + row + "\nStaged.\n")
    try await repository.git("add", "--all")
    let run = try await lint(["--changed", "--select", "SM402"], in: repository.folder)
    #expect(files(run) == ["docs/SPRINT_5.md"])
    #expect(run.outputText.contains("WEB-1-001"))
  }

  @Test func `all is linked, and a cycle is about each file that it leads through`() async throws {
    let header = Trackers.header
    let repository = try await GitFolder([
      ".sprintmark.yml": "workspace: [docs]\n",
      "docs/SPRINT_1.md": header + "| 1 | A-1-001 | TODO | B-2-001 | Web | Build. |\n",
      "docs/SPRINT_2.md": header + "| 1 | B-2-001 | TODO | None | Web | Build. |\n",
      "docs/SPRINT_3.md": Self.stale(3),
    ])
    try await repository.commitAll()
    try repository.write("docs/SPRINT_2.md", header + "| 1 | B-2-001 | TODO | A-1-001 | Web | Build. |\n")
    try await repository.git("add", "--all")
    let run = try await lint(["--changed"], in: repository.folder)
    #expect(run.status == 1)
    #expect(run.outputText.contains("SM401 dependency-cycle"))
    #expect(files(run) == ["docs/SPRINT_1.md"])
    #expect(run.outputText.hasSuffix("of 1 tracker (1 task)\n"))
  }

  // MARK: What has changed since a revision

  @Test func `findings are about what has changed since another branch was left`() async throws {
    let repository = try await repository()
    try await repository.git("checkout", "-q", "-b", "work")
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nCommitted.\n")
    try await repository.commitAll()
    try await repository.git("checkout", "-q", "main")
    try repository.write("plans/SPRINT_3.md", Self.stale(3) + "\nThe others went on.\n")
    try await repository.commitAll()
    try await repository.git("checkout", "-q", "work")
    #expect(files(try await lint(["--changed-since=main"], in: repository.folder)) == ["docs/SPRINT_1.md"])
    try repository.write("docs/SPRINT_2.md", Self.stale(2) + "\nNot committed.\n")
    try repository.write("docs/SPRINT_4.md", Self.stale(4))
    try repository.write("docs/SPRINT_5.md", Self.stale(5))
    try repository.write(".gitignore", "SPRINT_5.md\n")
    let all = ["docs/SPRINT_1.md", "docs/SPRINT_2.md", "docs/SPRINT_4.md"]
    #expect(files(try await lint(["--changed-since", "main"], in: repository.folder)) == all)
    #expect(files(try await lint(["--changed-since", "HEAD"], in: repository.folder)) == Array(all.dropFirst()))
    #expect(
      files(try await lint(["--changed-since", "HEAD~1", "docs/SPRINT_1.md"], in: repository.folder)) == [all[0]])
    let nothing = try await lint(["--changed-since", "main", "plans"], in: repository.folder)
    #expect(nothing.status == 0)
    #expect(
      nothing.errorText
        == "note: nothing to do: no tracker that is meant has changed since the commit where main and HEAD parted\n")
  }

  @Test func `a file that is only touched has not changed, and git's index is left as it is`() async throws {
    let repository = try await repository()
    let index = try FileSystem.read("\(repository.folder.path)/.git/index")
    #expect(
      try await Run.of("touch", ["-d", "2001-02-03", "docs/SPRINT_1.md"], in: repository.folder.path).status == 0)
    let run = try await lint(["--changed-since", "HEAD"], in: repository.folder)
    #expect(run.errorText.hasPrefix("note: nothing to do"))
    #expect(try FileSystem.read("\(repository.folder.path)/.git/index") == index)
  }

  @Test(arguments: [
    ("nope", "Not a valid object name nope"), ("HEAD~7", "Not a valid object name HEAD~7"),
    ("HEAD:docs", "is a tree, not a commit"),
    ("--all", "none begins with a `-`"), ("main..HEAD", "Not a valid object name main..HEAD"),
  ])
  func `a revision that git does not know`(revision: String, words: String) async throws {
    let run = try await lint(["--changed-since=\(revision)"], in: try await repository().folder)
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(run.errorText.hasPrefix("error: "))
    #expect(run.errorText.contains(words))
    #expect(run.errorText.contains("= help: name a commit, a branch or a tag"))
  }

  @Test func `revisions that have nothing in common`() async throws {
    let repository = try await repository()
    try await repository.git("checkout", "-q", "--orphan", "other")
    try await repository.commitAll("Others")
    let run = try await lint(["--changed-since", "main"], in: repository.folder)
    #expect(run.status == 2)
    #expect(run.errorText.hasPrefix("error: main and HEAD have no commit in common\n"))
  }

  @Test func `a shallow clone that has not the commit where two parted`() async throws {
    let repository = try await repository()
    try await repository.git("checkout", "-q", "-b", "work")
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nCommitted.\n")
    try await repository.commitAll()
    try await repository.git("checkout", "-q", "main")
    try repository.write("docs/SPRINT_2.md", Self.stale(2) + "\nThe others went on.\n")
    try await repository.commitAll()
    let place = try TemporaryFolder()
    let url = "file://\(repository.folder.path)"
    let cloned = try await Run.of(
      "git", ["clone", "-q", "--depth=1", "--no-single-branch", "--branch", "work", url, "."], in: place.path,
      variables: GitFolder.variables)
    #expect(cloned.status == 0)
    let run = try await lint(["--changed-since", "origin/main"], in: place)
    #expect(run.status == 2)
    #expect(
      run.errorText == """
        error: origin/main and HEAD have no commit in common that is here: this clone is shallow
           = help: `git fetch --unshallow` brings all commits, `git fetch --deepen=100` a hundred more

        """)
    let fetched = try await Run.of(
      "git", ["fetch", "-q", "--unshallow"], in: place.path, variables: GitFolder.variables)
    #expect(fetched.status == 0)
    #expect(files(try await lint(["--changed-since", "origin/main"], in: place)) == ["docs/SPRINT_1.md"])
  }

  // MARK: Places

  @Test(arguments: [(".", []), ("docs", []), ("docs/deep", [".."]), ("docs", ["."])])
  func `it works from any folder`(inner: String, paths: [String]) async throws {
    let repository = try await repository()
    try repository.folder.makeFolder("docs/deep")
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nStaged.\n")
    try repository.write("docs/SPRINT_4.md", Self.stale(4))
    try await repository.git("add", "docs/SPRINT_1.md")
    // What is configured for people to look at changes nothing.
    try await repository.git("config", "diff.relative", "true")
    try await repository.git("config", "diff.external", "false")
    try await repository.git("config", "color.ui", "always")
    let up = inner == "docs/deep" ? "../" : inner == "docs" ? "" : "docs/"
    let staged = try await lint(["--changed"] + paths, in: repository.folder, inner: inner)
    #expect(files(staged) == ["\(up)SPRINT_1.md"])
    let since = try await lint(["--changed-since", "HEAD"] + paths, in: repository.folder, inner: inner)
    #expect(files(since) == ["\(up)SPRINT_1.md", "\(up)SPRINT_4.md"])
  }

  @Test func `names may hold anything`() async throws {
    let repository = try await GitFolder(["SPRINT_1.md": Self.stale(1)])
    try await repository.commitAll()
    let names = [
      "SPRINT_2 with blanks.md", "SPRINT_3_\u{FC}ber.md", "SPRINT_4\nline.md", "SPRINT_5_\"q\".md", "-/SPRINT_6.md",
    ]
    for (number, name) in names.enumerated() { try repository.write(name, Self.stale(number + 2)) }
    let since = try await lint(["--changed-since", "HEAD", "--format", "json"], in: repository.folder)
    #expect(since.outputText.ranges(of: "\"code\": \"SM304\"").count == names.count)
    try await repository.git("add", "--all")
    let staged = try await lint(["--changed", "--format", "json"], in: repository.folder)
    #expect(staged.output == since.output)
    #expect(!staged.outputText.contains("SPRINT_1.md"))
  }

  @Test func `it works in a further work tree and in a submodule`() async throws {
    let repository = try await repository()
    try await repository.git("worktree", "add", "-q", "tree", "-b", "work")
    try await repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./.git", "module")
    try await repository.commitAll()
    for inner in ["tree", "module"] {
      try repository.write("\(inner)/docs/SPRINT_2.md", Self.stale(2) + "\nStaged.\n")
      try repository.write("\(inner)/docs/SPRINT_4.md", Self.stale(4))
      try await repository.git("add", "docs/SPRINT_2.md", in: inner)
      let staged = try await lint(["--changed"], in: repository.folder, inner: inner)
      #expect(files(staged) == ["docs/SPRINT_2.md"])
      let since = try await lint(["--changed-since", "HEAD"], in: repository.folder, inner: inner)
      #expect(files(since) == ["docs/SPRINT_2.md", "docs/SPRINT_4.md"])
    }
    #expect(try await lint(["--changed", "docs"], in: repository.folder).errorText == Self.nothingStaged)
  }

  @Test func `a link to what has changed has changed`() async throws {
    let repository = try await repository()
    try repository.folder.makeLink("SPRINT_9.md", to: "docs/SPRINT_1.md")
    try await repository.commitAll()
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nStaged.\n")
    try await repository.git("add", "--all")
    #expect(files(try await lint(["--changed", "SPRINT_9.md"], in: repository.folder)) == ["SPRINT_9.md"])
  }

  @Test func `standard input has changed if the file of its name has`() async throws {
    let repository = try await repository()
    try repository.write("docs/SPRINT_1.md", Trackers.clean)
    try await repository.git("add", "--all")
    func lint(_ name: String) async throws -> Run {
      try await self.lint(
        ["--changed", "-", "--stdin-filename", name], in: repository.folder, input: Trackers.stale)
    }
    #expect(files(try await lint("docs/SPRINT_1.md")) == ["docs/SPRINT_1.md"])
    #expect(try await lint("docs/SPRINT_2.md").errorText == Self.nothingStaged)
    // What is on no disk is new.
    #expect(files(try await lint("docs/SPRINT_7.md")) == ["docs/SPRINT_7.md"])
    let nameless = try await self.lint(["--changed", "-"], in: repository.folder)
    #expect(nameless.status == 2)
    #expect(nameless.errorText.hasPrefix("Error: whether standard input has changed"))
  }

  // MARK: Where it cannot be known

  @Test(arguments: ["--changed", "--changed-since=HEAD"])
  func `outside of a repository`(argument: String) async throws {
    let folder = try TemporaryFolder(["SPRINT_1.md": Trackers.clean])
    let run = try await lint([argument], in: folder)
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(run.errorText.hasPrefix("error: git finds no work tree here; git says: fatal: not a git repo"))
    #expect(run.errorText.contains("\n   = help: "))
  }

  @Test func `without git`() async throws {
    let run = try await lint(["--changed"], in: try await repository().folder, variables: ["PATH": "/nonexistent"])
    #expect(run.status == 2)
    #expect(
      run.errorText == """
        error: there is no program git in PATH
           = help: install git, or name the files instead

        """)
  }

  /// A folder with a program that is called git.
  private func fake(_ script: String) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["git": "#!/bin/sh\n\(script)\n"])
    #expect(try await Run.of("chmod", ["+x", "git"], in: folder.path).status == 0)
    return folder
  }

  @Test func `what git says is heard to its end, on both streams at once`() async throws {
    let folder = try TemporaryFolder(["SPRINT_1.md": Self.stale(1)])
    let much = "dd if=/dev/zero bs=1024 count=512 2>/dev/null"
    let git = try await fake(
      """
      case "$*" in
        *rev-parse*) echo "\(folder.path)" ;;
        *) \(much) | tr '\\0' w >&2; \(much) | tr '\\0' ' '; \(much) | tr '\\0' w >&2; printf '\\0M  SPRINT_1.md\\0' ;;
      esac
      """)
    let run = try await lint(["--changed"], in: folder, variables: ["PATH": "\(git.path):/usr/bin:/bin"])
    #expect(files(run) == ["SPRINT_1.md"])
  }

  @Test(arguments: [("echo 'a\tb' >&2; echo c >&2; exit 3", "; git says: a b; c\n"), ("kill -9 $$", "\n")])
  func `a git that fails`(script: String, end: String) async throws {
    let folder = try TemporaryFolder(["SPRINT_1.md": Trackers.clean])
    let git = try await fake(script)
    let run = try await lint(["--changed"], in: folder, variables: ["PATH": "\(git.path):/usr/bin:/bin"])
    #expect(run.status == 2)
    #expect(run.errorText.hasPrefix("error: git finds no work tree here\(end)   = help: "))
  }

  @Test func `no program is run that the repository names`() async throws {
    let repository = try await repository()
    try repository.write("run.sh", "#!/bin/sh\ntouch \(repository.folder.path)/was-run\n")
    #expect(try await Run.of("chmod", ["+x", "run.sh"], in: repository.folder.path).status == 0)
    try await repository.commitAll()
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nStaged.\n")
    try await repository.git("add", "--all")
    try repository.write(".gitattributes", "*.md diff=other\n")
    for key in ["core.fsmonitor", "diff.external", "diff.other.command", "diff.other.textconv"] {
      try await repository.git("config", key, "\(repository.folder.path)/run.sh")
    }
    for arguments in [["--changed"], ["--changed-since", "HEAD"]] {
      #expect(files(try await lint(arguments, in: repository.folder)) == ["docs/SPRINT_1.md"])
    }
    #expect(!FileSystem.exists("\(repository.folder.path)/was-run"))
    // That it would have been run, is what makes this a test.
    try await repository.git("status")
    #expect(FileSystem.exists("\(repository.folder.path)/was-run"))
  }

  @Test func `both at once is wrong usage`() async throws {
    let run = try await lint(["--changed", "--changed-since", "HEAD"], in: try await repository().folder)
    #expect(run.status == 2)
    #expect(run.errorText.hasPrefix("Error: --changed and --changed-since exclude each other"))
  }

  // MARK: Hooks

  @Test func `a hook stops a commit with a finding in it, and lets others pass`() async throws {
    let repository = try await repository()
    let path = try Sprintmark.folder()
    try repository.write(".git/hooks/pre-commit", "#!/bin/sh\nPATH=\(path):$PATH exec sprintmark lint --changed\n")
    #expect(
      try await Run.of("chmod", ["+x", ".git/hooks/pre-commit"], in: repository.folder.path).status == 0)
    func commit(_ arguments: String...) async throws -> Run {
      try await Run.of(
        "git", ["commit", "-q", "-m", "More"] + arguments, in: repository.folder.path, variables: GitFolder.variables)
    }
    try repository.write("README.md", "Read this.\n")
    try await repository.git("add", "--all")
    #expect(try await commit().status == 0)
    try repository.write("docs/SPRINT_2.md", Trackers.clean)
    try repository.write("docs/SPRINT_1.md", Self.stale(1) + "\nMore.\n")
    // Of a part of what has changed, and of all.
    #expect(try await commit("docs/SPRINT_2.md").status == 0)
    let all = try await commit("-a")
    #expect(all.status == 1)
    #expect((all.outputText + all.errorText).contains("docs/SPRINT_1.md:5:19: error[SM304"))
    #expect(try await repository.git("status", "--porcelain") == " M docs/SPRINT_1.md\n")
  }
}
