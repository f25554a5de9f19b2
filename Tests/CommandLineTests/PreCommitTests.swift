import SprintDriver
import SprintTesting
import Testing

/// The hooks of `.pre-commit-hooks.yaml`, run by pre-commit itself.
@Suite(.serialized) struct PreCommitTests {
  /// A file name that a hook gets to see as a word of a command line.
  private static let oddName = "-odd/SPRINT_3 with blanks.md"
  private static let formatted = Trackers.clean.replacing("Tracker\n", with: "Tracker\n\n")
  private static let unformatted = formatted.replacing("| TODO |", with: "|   todo  |")
  /// Row numbers that a safe fix mends.
  private static let unnumbered = formatted.replacing(
    "| 1 | APP-10-001 | TODO | None | App Guild | Build. |\n",
    with: "| 1 | APP-11-001 | TODO | None | Web | Build. |\n| 1 | APP-11-002 | TODO | None | Web | Test. |\n")

  private func isClean(_ folder: PreCommitFolder) async throws -> Bool {
    try await folder.repository.git("status", "--porcelain") == ""
  }

  // MARK: The manifest

  @Test func `pre-commit accepts the manifest`() async throws {
    let path = "\(Places.project)/\(PreCommitFolder.manifest)"
    let run = try await Run.of(Python.path, ["-m", "pre_commit", "validate-manifest", path])
    #expect(run.status == 0, "\(run.allText)")
  }

  @Test func `each hook has a form that is built and one for the program in PATH, which are the same else`()
    async throws
  {
    let program = """
      import json, sys, yaml
      hooks = yaml.safe_load(sys.stdin)
      json.dump([[h.pop("id"), h.pop("language"), json.dumps(h, sort_keys=True)] for h in hooks], sys.stdout)
      """
    let manifest = try FileSystem.read("\(Places.project)/\(PreCommitFolder.manifest)")
    let hooks: [[String]] = try await Python.run(program, input: manifest)
    let built = hooks.filter { $0[1] == "swift" }
    #expect(built.map { $0[0] } == ["sprintmark-lint", "sprintmark-fix", "sprintmark-fmt", "sprintmark-tree"])
    #expect(hooks.filter { $0[1] == "system" } == built.map { [$0[0] + "-system", "system", $0[2]] })
    #expect(hooks.count == 2 * built.count)
  }

  // MARK: lint

  @Test func `a commit with a finding is refused, and passes once that is mended`() async throws {
    let old = Trackers.stale.replacing("WEB-10", with: "OLD-9")
    let folder = try await PreCommitFolder(["id: sprintmark-lint-system"], ["docs/SPRINT_9.md": old])
    try folder.repository.write("docs/SPRINT_1.md", Trackers.stale)
    let refused = try await folder.commitAll()
    #expect(refused.status == 1)
    #expect(refused.allText.contains("- hook id: sprintmark-lint-system\n- exit code: 1\n"))
    #expect(refused.allText.contains("docs/SPRINT_1.md:5:20: error[SM304 stale-block]: WEB-10-002 is blocked, but"))
    #expect(refused.allText.contains("= help: set it to TODO"))
    #expect(!refused.allText.contains("SPRINT_9.md"))
    // What it depends on stands in a tracker that has not changed.
    try folder.repository.write(
      "docs/SPRINT_1.md", Trackers.header + "| 1 | WEB-10-002 | DOING | OLD-9-001 | Web | Test. |\n")
    let passed = try await folder.commitAll()
    #expect(passed.status == 0, "\(passed.allText)")
    #expect(try await isClean(folder))
  }

  @Test func `what is staged is judged, not what lies in the work tree`() async throws {
    let folder = try await PreCommitFolder(["id: sprintmark-lint-system"], ["SPRINT_1.md": Trackers.clean])
    try folder.repository.write("SPRINT_1.md", Trackers.stale)
    try await folder.repository.git("add", "--all")
    try folder.repository.write("SPRINT_1.md", Trackers.clean + "\nMended.\n")
    let refused = try await folder.git("commit", "-q", "-m", "More")
    #expect(refused.status == 1)
    #expect(refused.allText.contains("error[SM304"))
    #expect(try folder.text("SPRINT_1.md") == Trackers.clean + "\nMended.\n")
    try await folder.repository.git("add", "--all")
    try folder.repository.write("SPRINT_1.md", Trackers.stale)
    let passed = try await folder.git("commit", "-q", "-m", "More")
    #expect(passed.status == 0, "\(passed.allText)")
    #expect(try folder.text("SPRINT_1.md") == Trackers.stale)
  }

  @Test(arguments: ["sprintmark-lint-system", "sprintmark-fix-system", "sprintmark-fmt-system"])
  func `a repository without a tracker passes`(hook: String) async throws {
    let folder = try await PreCommitFolder(["id: \(hook)"])
    try folder.repository.write("README.md", "Read me.\n")
    let run = try await folder.commitAll()
    #expect(run.status == 0, "\(run.allText)")
  }

  @Test func `a merge with a finding in it is refused`() async throws {
    let folder = try await PreCommitFolder(["id: sprintmark-lint-system"], ["SPRINT_1.md": Trackers.clean])
    try await folder.repository.git("checkout", "-q", "-b", "work")
    try folder.repository.write("SPRINT_2.md", Trackers.stale)
    try await folder.repository.git("add", "--all")
    try await folder.repository.git("commit", "-q", "--no-verify", "-m", "Work")
    try await folder.repository.git("checkout", "-q", "main")
    let run = try await folder.git("merge", "--no-ff", "-m", "Merge", "work")
    #expect(run.status != 0)
    #expect(run.allText.contains("SPRINT_2.md:5:20: error[SM304"))
  }

  @Test func `with no arguments all trackers are looked at`() async throws {
    let folder = try await PreCommitFolder(
      ["{id: sprintmark-lint-system, args: []}"], ["SPRINT_1.md": Trackers.stale])
    let run = try await folder.preCommit(["run", "--all-files"])
    #expect(run.status == 1)
    #expect(run.outputText.contains("SPRINT_1.md:5:20: error[SM304"))
  }

  // MARK: fix and fmt

  @Test func `the fix hook changes what is staged, and refuses the commit until that is staged too`() async throws {
    let folder = try await PreCommitFolder(["id: sprintmark-fix-system"], ["SPRINT_9.md": Self.unnumbered])
    try folder.repository.write("SPRINT_1.md", Self.unnumbered.replacing("APP-11", with: "APP-12"))
    let refused = try await folder.commitAll()
    #expect(refused.status == 1)
    #expect(refused.allText.contains("- files were modified by this hook"))
    #expect(refused.allText.contains("fixed 1 finding in 1 file: SM106 1\n"))
    #expect(try folder.text("SPRINT_1.md").contains("\n| 2 | APP-12-002 |"))
    #expect(try folder.text("SPRINT_9.md") == Self.unnumbered)
    let passed = try await folder.commitAll()
    #expect(passed.status == 0, "\(passed.allText)")
    #expect(try await isClean(folder))
  }

  @Test func `the format hook formats what is staged, and refuses the commit until that is staged too`() async throws {
    let folder = try await PreCommitFolder(["id: sprintmark-fmt-system"], ["SPRINT_9.md": Self.unformatted])
    for name in ["docs/SPRINT_1.md", Self.oddName, "docs/notes.md"] {
      try folder.repository.write(name, Self.unformatted)
    }
    let refused = try await folder.commitAll()
    #expect(refused.status == 1)
    #expect(refused.allText.contains("- files were modified by this hook\n\nformatted 2 of 2 files\n"))
    #expect(try folder.text("docs/SPRINT_1.md") == Self.formatted)
    #expect(try folder.text(Self.oddName) == Self.formatted)
    #expect(try folder.text("docs/notes.md") == Self.unformatted)
    #expect(try folder.text("SPRINT_9.md") == Self.unformatted)
    let passed = try await folder.commitAll()
    #expect(passed.status == 0, "\(passed.allText)")
    let all = try await folder.preCommit(["run", "--all-files"])
    #expect(all.status == 1)
    #expect(try folder.text("SPRINT_9.md") == Self.formatted)
  }

  @Test func `line ends of Windows stay`() async throws {
    let folder = try await PreCommitFolder(["id: sprintmark-fix-system", "id: sprintmark-fmt-system"])
    try await folder.repository.git("config", "core.autocrlf", "true")
    func windows(_ text: String) -> String { text.replacing("\n", with: "\r\n") }
    try folder.repository.write("SPRINT_1.md", windows(Self.unnumbered.replacing("| TODO |", with: "|  todo |")))
    #expect(try await folder.commitAll().status == 1)
    let fixed = Self.unnumbered.replacing("| 1 | APP-11-002", with: "| 2 | APP-11-002")
    #expect(try folder.text("SPRINT_1.md") == windows(fixed))
    let passed = try await folder.commitAll()
    #expect(passed.status == 0, "\(passed.allText)")
    #expect(try await folder.repository.git("show", "HEAD:SPRINT_1.md") == fixed)
    #expect(try await isClean(folder))
  }

  // MARK: tree

  @Test func `a commit with a stale tree is refused`() async throws {
    let folder = try await PreCommitFolder(
      ["{id: sprintmark-tree-system, args: [docs/TREE.md, docs]}"],
      ["docs/SPRINT_1.md": Trackers.behind, "docs/SPRINT_2.md": Trackers.behind.replacing("OPS-10", with: "OPS-11")])
    func writeTree() async throws {
      let written = try await Sprintmark.run(["tree", "docs", "--write", "docs/TREE.md"], in: folder.repository.folder)
      #expect(written.status == 0)
    }
    try await writeTree()
    #expect(try await folder.commitAll().status == 0)
    try folder.repository.write("docs/SPRINT_1.md", Trackers.behind.replacing("a key", with: "a new key"))
    let changed = try await folder.commitAll()
    #expect(changed.status == 1)
    #expect(changed.allText.contains("docs/TREE.md is stale\n   = moved: SPRINT_1.md\n"))
    #expect(changed.allText.contains("= help: run `sprintmark tree docs --write docs/TREE.md`"))
    try await writeTree()
    #expect(try await folder.commitAll().status == 0)
    // There is no file to look at, and still the tree is stale.
    try await folder.repository.git("rm", "-q", "docs/SPRINT_2.md")
    let gone = try await folder.commitAll()
    #expect(gone.status == 1)
    #expect(gone.allText.contains("docs/TREE.md is stale\n"))
  }

  @Test(arguments: [
    ("id: sprintmark-tree-system", "Missing value for '--check"),
    ("{id: sprintmark-tree-system, args: [docs/TREE.md]}", "error: docs/TREE.md is not there"),
    ("{id: sprintmark-lint-system, args: [--changed, nowhere]}", "error: cannot find nowhere: No such file"),
    ("{id: sprintmark-lint-system, args: [--chnged]}", "Unknown option '--chnged'"),
  ])
  func `what is wrong with a hook is said`(hook: String, words: String) async throws {
    let folder = try await PreCommitFolder([hook], ["SPRINT_1.md": Trackers.clean])
    try folder.repository.write("SPRINT_1.md", Trackers.clean + "\nMore.\n")
    let run = try await folder.commitAll()
    #expect(run.status == 1)
    #expect(run.allText.contains("- exit code: 2\n"))
    #expect(run.allText.contains(words), "\(run.allText)")
  }
}
