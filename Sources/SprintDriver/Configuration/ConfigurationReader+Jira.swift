import SprintEmitters
import SprintModel
import SprintSource
import SprintYAML

extension ConfigurationReader {
  /// Reads what the team's Jira calls states and kinds of issues.
  mutating func readJira(_ node: YAMLNode) {
    let top = ConfigurationKey.Top.jira.rawValue
    for (key, entry) in entries(of: node, ConfigurationKey.Jira.self, "`jira`") {
      switch key {
      case .statuses: readStatuses(entry.value, [top, key.rawValue])
      case .types:
        for (type, inner) in entries(of: entry.value, ConfigurationKey.JiraTypes.self, "`types`") {
          guard let name = name(inner) else { continue }
          switch type {
          case .sprint: configuration.jira.sprintType = name
          case .task: configuration.jira.taskType = name
          }
          addOrigin([top, key.rawValue, type.rawValue], inner.key.range)
        }
      }
    }
  }

  private mutating func readStatuses(_ node: YAMLNode, _ keys: [String]) {
    for (state, entry) in entries(of: node, TaskState.self, "`statuses`") {
      guard let name = name(entry) else { continue }
      configuration.jira.statuses[state] = name
      addOrigin(keys + [state.rawValue], entry.key.range)
    }
  }

  /// A name that Jira can have: one line, and not empty.
  private mutating func name(_ entry: YAMLEntry) -> String? {
    guard let text = text(entry) else { return nil }
    guard text.value.contains(where: { !$0.isWhitespace }), !text.value.contains(where: \.isNewline) else {
      add("`\(entry.key.value)` takes a name, in one line", at: text.range)
      return nil
    }
    return text.value
  }
}
