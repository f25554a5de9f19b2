package import SprintSource

/// The keys of a configuration file.
package enum ConfigurationKey {
  package enum Top: String, Sendable, CaseIterable {
    case extends, workspace, include, exclude, gitignore, boards, archive, vocabulary, ids, owners, rules, select,
      ignore
    case overrides, limits, format, tree, blockers, jira
  }

  package enum Vocabulary: String, Sendable, CaseIterable {
    case states, columns, sections, groupWords, backlogWords, phrases, noDependency, events, ownerNouns
  }

  package enum IDs: String, Sendable, CaseIterable { case foreign }
  package enum Owners: String, Sendable, CaseIterable { case aliases }
  package enum Override: String, Sendable, CaseIterable { case paths, rules }
  package typealias Limits = SprintSource.Limits.Kind
  package enum Jira: String, Sendable, CaseIterable { case statuses, types }
  package enum JiraTypes: String, Sendable, CaseIterable { case sprint, task }
  package enum Format: String, Sendable, CaseIterable { case align, statuses, lineEndings }
}
