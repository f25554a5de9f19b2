import SprintDriver
import SprintSource
import SprintTesting
import Testing

struct ProjectTests {
  /// The file that holds for a folder of a repository, as it is shown there.
  private func file(for folder: String, in repository: TemporaryFolder) throws -> String? {
    try Project.load(.search, from: folder.isEmpty ? repository.path : "\(repository.path)/\(folder)").file
  }

  @Test func `the nearest file up to the repository's folder holds`() throws {
    let folder = try TemporaryFolder([
      ".sprintmark.yml": "", "outer/x": "", "repo/.git/HEAD": "", "repo/.sprintmark.yml": "", "repo/docs/a/x": "",
      "repo/tools/.sprintmark.yml": "", "repo/tools/b/x": "", "bare/.git/HEAD": "", "bare/docs/x": "",
      "linked/.git": "gitdir: elsewhere", "linked/docs/x": "",
    ])
    #expect(try file(for: "", in: folder) == ".sprintmark.yml")
    #expect(try file(for: "outer", in: folder) == "../.sprintmark.yml")
    #expect(try file(for: "repo", in: folder) == ".sprintmark.yml")
    #expect(try file(for: "repo/docs/a", in: folder) == "../../.sprintmark.yml")
    #expect(try file(for: "repo/tools/b", in: folder) == "../.sprintmark.yml")
    // Another repository's folder ends the search, even if its `.git` is a file.
    #expect(try file(for: "bare/docs", in: folder) == nil)
    #expect(try file(for: "linked/docs", in: folder) == nil)
  }

  @Test func `a file that is named holds, or none`() throws {
    let folder = try TemporaryFolder([".git/HEAD": "", ".sprintmark.yml": "tree: a", "config/own.yml": "tree: b"])
    #expect(try Project.load(.search, from: folder.path).configuration.tree == "a")
    #expect(try Project.load(.none, from: folder.path).configuration.tree == nil)
    let own = try Project.load(.file("config/own.yml"), from: folder.path)
    #expect(own.configuration.tree == "b")
    // Its paths are relative to its folder.
    #expect(own.shown("x.md") == "config/x.md")
    #expect(own.relative("SPRINT_1.md") == "../SPRINT_1.md")
  }

  @Test func `paths are seen from the folder of the file, and shown from where the tool runs`() throws {
    let folder = try TemporaryFolder([".git/HEAD": "", ".sprintmark.yml": "", "docs/plan/SPRINT_1.md": "", "src/x": ""])
    let project = try Project.load(.search, from: "\(folder.path)/docs/plan")
    #expect(project.relative("SPRINT_1.md") == "docs/plan/SPRINT_1.md")
    #expect(project.relative("./../../src/x") == "src/x")
    #expect(project.relative("\(folder.path)/src/x") == "src/x")
    #expect(project.relative("../..") == ".")
    #expect(project.shown("docs/plan/SPRINT_1.md") == "SPRINT_1.md")
    #expect(project.shown("src/x") == "../../src/x")
    #expect(project.shown("docs/plan") == ".")
  }

  @Test func `a path through a link is seen where it leads`() throws {
    let folder = try TemporaryFolder(["repo/.git/HEAD": "", "repo/.sprintmark.yml": "", "repo/docs/SPRINT_1.md": ""])
    try folder.makeLink("link", to: "repo")
    let project = try Project.load(.search, from: "\(folder.path)/repo")
    #expect(project.relative("\(folder.path)/link/docs/SPRINT_1.md") == "docs/SPRINT_1.md")
  }
}
