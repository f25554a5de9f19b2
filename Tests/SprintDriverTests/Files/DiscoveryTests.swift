import SprintDriver
import SprintSource
import SprintTesting
import SystemPackage
import Testing

struct DiscoveryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder([
      "docs/plan/SPRINT_1.md": "", "docs/plan/SPRINT_2_draft.md": "", "docs/plan/notes.md": "",
      "docs/plan/deep/SPRINT_3.md": "",
      "docs/plan/.cache/SPRINT_4.md": "", "docs/plan/archived/SPRINT_0.md": "", "docs/plan/archived/notes.md": "",
      "src/app/TASKS.md": "", "src/app/SPRINT_9.md": "", "other/SPRINT_8.md": "",
    ])
  }

  private let yaml = """
    workspace: [docs/plan]
    boards: ["src/**/TASKS.md"]
    exclude: ["*_draft.md"]
    archive: [docs/plan/archived]
    """

  /// The files of a run, by what they are read for.
  private func files(_ paths: [String], _ yaml: String?) throws -> (
    selected: [String], linked: [String], archived: [String]
  ) {
    let found = try find(paths, yaml)
    func files(_ use: Discovery.Use) -> [String] { found.files.filter { $0.use == use }.map(\.relativePath).sorted() }
    #expect(found.failures.isEmpty)
    return (files(.selected), files(.linked), files(.archived))
  }

  private func find(_ paths: [String], _ yaml: String?) throws -> Discovery.Found {
    let paths = paths.map { "\(folder.path)/\($0)" }
    guard let yaml else { return Discovery.files(named: paths, in: Project(base: BaseFolder(folder.path, from: "/"))) }
    try folder.write(".sprintmark.yml", Array(yaml.utf8))
    return Discovery.files(named: paths, in: try Project.load(.file("\(folder.path)/.sprintmark.yml")))
  }

  @Test func `without a path, the workspace is meant`() throws {
    let files = try files([], yaml)
    #expect(files.selected == ["docs/plan/SPRINT_1.md", "docs/plan/deep/SPRINT_3.md", "src/app/TASKS.md"])
    #expect(files.linked == [])
    #expect(files.archived == ["docs/plan/archived/SPRINT_0.md"])
  }

  @Test func `what is named is meant, and the workspace is linked`() throws {
    let files = try files(["docs/plan/deep", "other/SPRINT_8.md", "docs/plan/notes.md"], yaml)
    #expect(files.selected == ["docs/plan/deep/SPRINT_3.md", "docs/plan/notes.md", "other/SPRINT_8.md"])
    #expect(files.linked == ["docs/plan/SPRINT_1.md", "src/app/TASKS.md"])
    #expect(files.archived == ["docs/plan/archived/SPRINT_0.md"])
  }

  @Test func `a file that is named is shown as it is named`() throws {
    let paths = try find(["docs/plan/./SPRINT_1.md"], yaml).files.filter { $0.use == .selected }.map(\.path)
    #expect(paths == ["\(folder.path)/docs/plan/SPRINT_1.md"])
  }

  @Test func `without a configuration, only what is named is read`() throws {
    let files = try files(["docs/plan"], nil)
    #expect(
      files.selected == [
        "docs/plan/SPRINT_1.md", "docs/plan/SPRINT_2_draft.md", "docs/plan/archived/SPRINT_0.md",
        "docs/plan/deep/SPRINT_3.md",
      ])
    #expect(files.linked == [])
  }

  @Test func `a folder that is named is searched for trackers and boards`() throws {
    #expect(try files(["src"], yaml).selected == ["src/app/SPRINT_9.md", "src/app/TASKS.md"])
  }

  @Test func `what is excluded or archived is not meant even where it is named`() throws {
    let found = try find(["docs/plan/SPRINT_2_draft.md", "docs/plan/archived/SPRINT_0.md", "docs/plan/archived"], yaml)
    #expect(found.skipped.count == 3)
    #expect(found.emptyFolders == [])
    #expect(!found.files.contains { $0.use == .selected })
  }

  @Test func `an excluded folder is not looked into`() throws {
    let files = try files([], "workspace: [docs/plan]\nexclude: [docs/plan/deep, archived/]\n")
    #expect(files.selected == ["docs/plan/SPRINT_1.md", "docs/plan/SPRINT_2_draft.md"])
  }

  @Test func `a file can be named in the workspace`() throws {
    #expect(try files([], "workspace: [docs/plan/notes.md]\ninclude: []\n").selected == ["docs/plan/notes.md"])
  }

  @Test func `trackers can be called otherwise`() throws {
    let files = try files([], "include: [notes.md, 'docs/**/SPRINT_[0-2].md']\n")
    #expect(
      files.selected == [
        "docs/plan/SPRINT_1.md", "docs/plan/archived/SPRINT_0.md", "docs/plan/archived/notes.md", "docs/plan/notes.md",
      ])
  }

  @Test func `what is not there is said`() throws {
    let found = try find([], "workspace: [plans]\nboards: ['boards/*.md']\narchive: [old]\n")
    #expect(found.failures.map { $0.path.split(separator: "/").last } == ["plans", "boards", "old"])
    #expect(try find(["nowhere"], yaml).failures.count == 1)
    #expect(try find(["docs/plan/.cache/.."], yaml).failures.isEmpty)
  }

  @Test func `a folder without a tracker is said`() throws {
    #expect(try find(["src"], "workspace: [docs/plan]").emptyFolders == [])
    #expect(try find(["src/app"], "include: [X_*.md]\nworkspace: [docs]").emptyFolders == ["\(folder.path)/src/app"])
    #expect(try find([], "include: [X_*.md]\nworkspace: [docs]").emptyFolders.count == 1)
  }

  @Test func `a link that leads out of the repository is passed over`() throws {
    try folder.write("docs/plan/.git/HEAD", [])
    try folder.makeLink("docs/plan/SPRINT_5.md", to: "../../other/SPRINT_8.md")
    try folder.makeLink("docs/plan/SPRINT_6.md", to: "deep/SPRINT_3.md")
    let found = try find(["docs/plan"], nil)
    #expect(found.oddities.map(\.kind) == [.outside])
    #expect(found.oddities.map(\.path) == ["\(folder.path)/docs/plan/SPRINT_5.md"])
    #expect(!found.files.contains { $0.path.hasSuffix("SPRINT_8.md") })
  }

  @Test func `a configuration leads to no place outside of its repository`() throws {
    try folder.write("docs/.git/HEAD", [])
    try folder.write("docs/.sprintmark.yml", Array("workspace: [plan, ../other]\n".utf8))
    let project = try Project.load(.file("\(folder.path)/docs/.sprintmark.yml"))
    let found = Discovery.files(named: [], in: project)
    #expect(found.failures.map(\.reason) == [.notPermitted])
    #expect(!found.files.contains { $0.path.hasSuffix("SPRINT_8.md") })
    #expect(found.files.contains { $0.path.hasSuffix("SPRINT_1.md") })
  }
}
