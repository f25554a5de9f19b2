package import SprintEmitters
package import SprintFormatter
package import SprintModel
package import SprintRules
package import SprintSource

/// What a team has decided about its trackers; without a word from it, what holds for all.
package struct Configuration: Sendable, Equatable {
  /// Files and folders that make up the workspace, relative to the folder that the configuration is for.
  package var workspace = ["."]
  /// The files of a folder that are trackers.
  package var include = ["SPRINT_*.md", "SPRINT-*.md"].compactMap { try? Glob($0) }
  /// Files and folders that are never read, even where they are named.
  package var exclude: [Glob] = []
  /// Whether what git is told to ignore is passed over where folders are searched.
  package var respectsGitignore = true
  /// Further documents that take part in the workspace, wherever they lie: boards, phase documents, indexes.
  package var boards: [Glob] = []
  /// Files and folders that are read for their ids alone.
  package var archive: [String] = []
  package var vocabulary = Vocabulary.standard
  /// By the code of the rule, where they are not the rule's own.
  package var severities: [String: Severity] = [:]
  /// By the code of the rule, what is decided about it otherwise.
  package var options: [String: RuleOptions] = [:]
  /// The codes of the rules that are run; nil for all.
  package var select: [String]?
  /// The codes of the rules that are left out.
  package var ignore: [String] = []
  package var overrides: [SeverityOverride] = []
  /// How much files may hold.
  package var limits = Limits()
  /// The layout that `fmt` gives to trackers.
  package var format = LayoutStyle()
  /// Where the generated tree of blocked tasks lies.
  package var tree: String?
  /// Where the facts about blockers lie that only people know.
  package var blockers: String?
  /// What the team's Jira calls states and kinds of issues.
  package var jira = JiraMapping()
  package var origins = Origins()

  package init() {}

  /// Whether a file or folder, or a folder that it lies in, is never read.
  package func excludes(_ path: String) -> Bool {
    guard !exclude.isEmpty else { return false }
    let parts = path.split(separator: "/")
    return parts.indices.contains { exclude.contains(parts[...$0].joined(separator: "/")) }
  }

  /// Whether a file is read for its ids alone.
  package func isArchived(_ path: String) -> Bool { archive.contains { path == $0 || path.hasPrefix($0 + "/") } }

  /// Whether a file takes part though it is no tracker.
  package func isBoard(_ path: String) -> Bool { boards.contains(path) && !include.contains(path) }

  /// The severities of rules, by their codes, where other ones hold in this file; the last word counts.
  package func overrides(in path: String) -> [String: Severity] {
    var result = isBoard(path) ? Self.rulesForTrackers.filter { severities[$0.key] == nil } : [:]
    for override in overrides where override.paths.contains(path) {
      result.merge(override.severities) { $1 }
    }
    return result
  }

  /// What is decided about rules, by their codes, in this file; the last word counts.
  package func options(in path: String) -> [String: RuleOptions] {
    overrides.lazy.filter { $0.paths.contains(path) }.reduce(options) { $0.merging($1.options) }
  }

  /// Rules about what a tracker has to have, which a board need not.
  private static let rulesForTrackers: [String: Severity] = [
    "SM105": .off, "SM107": .off, "SM108": .off, "SM310": .off,
  ]
}
