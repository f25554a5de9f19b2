import SprintDriver
import SprintLinker
import SprintModel
import SprintSource
import SprintTesting

/// Configurations made in a test.
enum Samples {
  static func configuration(_ yaml: String, path: String = ".sprintmark.yml") throws -> Configuration {
    try ConfigurationReader.read(SourceFile(path: path, bytes: Array(yaml.utf8)))
  }

  /// All that is wrong in a configuration.
  static func problems(in yaml: String) -> [ConfigurationProblem] {
    do throws(ConfigurationError) {
      _ = try ConfigurationReader.read(SourceFile(path: ".sprintmark.yml", bytes: Array(yaml.utf8)))
      return []
    } catch {
      guard case .invalid(_, let problems) = error else { return [] }
      return problems
    }
  }

  /// One document, read with a configuration.
  static func sprint(_ text: String, _ yaml: String) throws -> Sprint? {
    let project = Project(try configuration(yaml))
    return WorkspaceLoader(project).link([SourceFile(path: "SPRINT_10_app.md", bytes: Array(text.utf8))]).sprints.first
  }

  /// A tracker of rows, without the row numbers.
  static func tracker(_ rows: String...) -> String {
    let header = """
      # Sprint 10 · App

      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |

      """
    return header + rows.enumerated().map { "| \($0 + 1) | \($1) |\n" }.joined()
  }

  /// A configuration with every key.
  static let complete = """
    workspace: [docs/implplan, ./plans/]
    include: ["SPRINT_*.md", "*.plan.md"]
    exclude: ["docs/old/**", "*_draft.md"]
    boards: ["**/TASKS.md"]
    archive: [docs/implplan/archived]
    vocabulary:
      states: {done: [Erledigt, "Alles  klar!"], blocked: [ожидает]}
      columns: {id: [Kennung], group: [Milestone]}
      sections: {tracker: [Lieferplan]}
      groupWords: [Etappe]
      backlogWords: [Aufgaben]
      phrases: [Hängt  ab von, needs]
      noDependency: [keine]
      events: {completed: [erledigt], blocked: ["steht still:"]}
      ownerNouns: [Gilde]
    ids: {foreign: [abc]}
    owners:
      aliases: {"DevOps": "DevOps Guild", devops guild: DevOps Guild}
    rules: {SM302: {severity: off, states: [done]}, stale-block: warning, log-order: {order: newest-first}}
    select: [SM302, SM304, duplicate-task-id]
    ignore: [sm201]
    overrides:
      - paths: ["docs/implplan/SPRINT_2*"]
        rules: {stale-block: error, SM603: {ignore: ["drafts/**"]}, SM505: {share: 80}, SM501: {near: no}}
    limits: {fileSize: 1000}
    gitignore: false
    format: {align: true, statuses: false, lineEndings: lf}
    tree: docs/implplan/BLOCKED_DEPENDENCY_TREE.md
    blockers: docs/implplan/blockers.yml

    """
}
