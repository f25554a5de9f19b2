import Foundation
import SprintDriver
import SprintTesting
import Testing

/// The README says how a repository is checked; here its hooks and recipes are run.
struct RecipeTests {
  /// Whether a block is one of those.
  static func holds(_ block: ReadmeBlock) -> Bool { ["As a hook", "In CI"].contains(block.heading) }

  private static func blocks() throws -> [ReadmeBlock] { try ReadmeBlock.all().filter(holds) }

  private static func block(_ lead: String) throws -> ReadmeBlock {
    try #require(try blocks().first { $0.lead.hasPrefix(lead) })
  }

  /// The lines that a recipe gives to a shell: what stands under `run` or `script`, wherever.
  private static func commands(_ recipe: ReadmeBlock) async throws -> [String] {
    let program = """
      import json, sys, yaml
      def lines(value, isScript=False):
          if isinstance(value, dict):
              return [line for key, inner in value.items() for line in lines(inner, key in ("run", "script"))]
          if isinstance(value, list):
              return [line for inner in value for line in lines(inner, isScript)]
          return str(value).splitlines() if isScript else []
      json.dump(lines(yaml.safe_load(sys.stdin)), sys.stdout)
      """
    return try await Python.run(program, input: Array(recipe.text.utf8))
  }

  /// What a CI server says about a merge request, whose branch was left at `origin/main`.
  private static let server: [String: String?] = [
    "GITHUB_BASE_REF": "main", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "origin/main",
  ]

  private static let folder = "docs/implplan"

  /// A repository with an old finding that is known, and a branch that adds to it.
  ///
  /// - Parameters:
  ///   - text: what the branch adds.
  ///   - isInOrder: whether that is formatted, and in the tree.
  /// - Returns: the repository, with the branch as it was left at `origin/main`.
  /// - Throws: where git fails.
  private func repository(adding text: String, isInOrder: Bool) async throws -> GitFolder {
    let repository = try await GitFolder([
      "\(Self.folder)/SPRINT_1.md": Trackers.stale, "\(Self.folder)/SPRINT_2.md": Trackers.behind,
    ])
    let keepInOrder = [
      "sprintmark fmt \(Self.folder)",
      "sprintmark tree \(Self.folder) --write \(Self.folder)/BLOCKED_DEPENDENCY_TREE.md",
    ]
    func run(_ commands: [String]) async throws {
      for command in commands {
        let run = try await Sprintmark.shell(command, in: repository.folder, variables: GitFolder.variables)
        #expect(run.status == 0, "\(run.allText)")
      }
    }
    try await run(keepInOrder + ["sprintmark lint \(Self.folder) --write-baseline \(Self.folder)/baseline.json"])
    try await repository.commitAll()
    try await repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    try repository.write("\(Self.folder)/SPRINT_3.md", text)
    if isInOrder { try await run(keepInOrder) }
    try await repository.commitAll()
    return repository
  }

  private static let recipes = ["GitHub Actions,", "GitLab CI,", "Gitea Actions,"]

  /// A tracker with a finding that no baseline knows, a layout of its own, and a task for the tree.
  private static let bad =
    Trackers.stale.replacing("WEB-10", with: "BAD-3").replacing("| DONE |", with: "|  done |")
    + "| 3 | BAD-3-003 | BLOCKED | Needs the moon | Web | Land. |\n"

  @Test(arguments: recipes)
  func `in a repository without new findings each command of a recipe ends with 0`(recipe: String) async throws {
    let commands = try await Self.commands(Self.block(recipe))
    let repository = try await repository(adding: Trackers.clean, isInOrder: true)
    for command in commands {
      let run = try await Sprintmark.shell(
        command, in: repository.folder, variables: GitFolder.variables.merging(Self.server) { $1 })
      #expect(run.status == 0, "\(command): \(run.allText)")
    }
    #expect(commands.allSatisfy { $0.hasPrefix("sprintmark ") })
    for part in ["fmt", "tree", "lint"] { #expect(commands.contains { $0.hasPrefix("sprintmark \(part) ") }) }
    for option in ["--baseline", "--changed-since"] { #expect(commands.contains { $0.contains(option) }) }
  }

  @Test(arguments: recipes)
  func `in a repository with new findings each command of a recipe ends with 1, unless it is told not to`(
    recipe: String
  ) async throws {
    let repository = try await repository(adding: Self.bad, isInOrder: false)
    for command in try await Self.commands(Self.block(recipe)) {
      let run = try await Sprintmark.shell(
        command, in: repository.folder, variables: GitFolder.variables.merging(Self.server) { $1 })
      #expect(run.status == (command.contains("--fail-on off") ? 0 : 1), "\(command): \(run.allText)")
      guard command.contains(" lint ") else { continue }
      let file = command.split(separator: " ").drop { $0 != "-o" }.dropFirst().first
      let report = try file.map {
        String(decoding: try FileSystem.read("\(repository.folder.path)/\($0)"), as: UTF8.self)
      }
      #expect((report ?? run.outputText).contains("BAD-3-002"), "\(command)")
      // The old one stands in the report for code scanning alone.
      #expect((report ?? run.outputText).contains("WEB-10-002") == command.contains("sarif"), "\(command)")
    }
  }

  @Test func `each artifact of a recipe is one that a command writes`() async throws {
    let names = [("GitHub Actions,", "sarif_file: "), ("GitLab CI,", "codequality: ")]
    for (recipe, key) in names {
      let block = try Self.block(recipe)
      let name = try #require(block.text.split(separator: key).dropFirst().first?.prefix { $0 != " " })
      #expect(try await Self.commands(block).contains { $0.contains(" -o \(name)") })
    }
  }

  @Test func `the hook refuses a commit with a finding`() async throws {
    let hook = try Self.block("Without pre-commit")
    let repository = try await GitFolder(["SPRINT_1.md": Trackers.stale])
    try repository.write(".git/hooks/pre-commit", hook.text)
    #expect(try await Run.of("chmod", ["+x", ".git/hooks/pre-commit"], in: repository.folder.path).status == 0)
    let variables = GitFolder.variables
    let refused = try await Sprintmark.shell(
      "git add --all && git commit -m All", in: repository.folder, variables: variables)
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("SPRINT_1.md:5:20: error[SM304"))
    try repository.write("SPRINT_1.md", Trackers.clean)
    let passed = try await Sprintmark.shell(
      "git add --all && git commit -m All", in: repository.folder, variables: variables)
    #expect(passed.status == 0, "\(passed.allText)")
  }

  @Test func `the configuration of pre-commit names hooks that there are`() async throws {
    let program = """
      import json, sys, yaml
      repository, = yaml.safe_load(sys.stdin)["repos"]
      manifest = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
      known = {hook["id"]: hook["entry"] for hook in manifest}
      json.dump([[repository["rev"], hook["id"], known.get(hook["id"], "")] for hook in repository["hooks"]], sys.stdout)
      """
    let block = try Self.block("With [pre-commit]")
    let manifest = "\(Places.project)/\(PreCommitFolder.manifest)"
    let hooks: [[String]] = try await Python.run(program, [manifest], input: Array(block.text.utf8))
    #expect(hooks.map { $0[1] } == ["sprintmark-fix", "sprintmark-fmt", "sprintmark-tree"])
    #expect(hooks.allSatisfy { !$0[2].isEmpty })
    let version = try await Sprintmark.run(["--version"], in: try TemporaryFolder())
    #expect(hooks.allSatisfy { version.outputText.split(whereSeparator: \.isWhitespace).contains($0[0].dropFirst()) })
  }

  @Test func `the hooks that are shown run as they stand there`() async throws {
    // The program that the tests have built stands for the one that pre-commit would build.
    let hooks = try Self.block("With [pre-commit]").text.replacing(#/id: (sprintmark-[a-z]+)/#) { "id: \($0.1)-system" }
    let folder = try await PreCommitFolder(
      configuration: hooks,
      [
        "\(Self.folder)/SPRINT_1.md": Trackers.behind
      ])
    let written = try await Sprintmark.run(
      ["tree", Self.folder, "--write", "\(Self.folder)/BLOCKED_DEPENDENCY_TREE.md"], in: folder.repository.folder)
    #expect(written.status == 0)
    let passed = try await folder.commitAll()
    #expect(passed.status == 0, "\(passed.allText)")
    try folder.repository.write("\(Self.folder)/SPRINT_2.md", Self.bad)
    let refused = try await folder.commitAll()
    #expect(refused.status == 1)
    for hook in ["fix", "fmt", "tree"] { #expect(refused.allText.contains("- hook id: sprintmark-\(hook)-system\n")) }
  }

  @Test func `each block of the section is one that is tested`() throws {
    let blocks = try Self.blocks()
    #expect(blocks.map(\.language) == ["yaml", "sh", "yaml", "yaml", "yaml"])
    let leads = ["With [pre-commit]", "Without pre-commit"] + Self.recipes
    #expect(zip(blocks, leads).allSatisfy { $0.lead.hasPrefix($1) })
  }
}
