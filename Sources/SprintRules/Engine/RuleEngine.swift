package import SprintLinker
package import SprintModel
package import SprintSource

/// Runs rules over a workspace.
package struct RuleEngine: Sendable {
  private let rules: [Rule]
  private let severities: [String: Severity]
  private let today: CalendarDate?
  private let vocabulary: Vocabulary
  private let fileLookup: FileLookup?

  /// - Parameters:
  ///   - severities: by code, where they are not the rule's own; `off` leaves a rule out.
  ///   - today: the day on which trackers are judged; without it, no date lies in the future.
  ///   - fileLookup: knows which files are there; without it, no link is broken.
  package init(
    rules: [Rule] = Rule.catalogue, severities: [String: Severity] = [:], today: CalendarDate? = nil,
    vocabulary: Vocabulary = .standard, fileLookup: FileLookup? = nil
  ) {
    self.rules = rules.filter { (severities[$0.code] ?? $0.severity) != .off }
    self.severities = severities
    self.today = today
    self.vocabulary = vocabulary
    self.fileLookup = fileLookup
  }

  /// All findings, in the order of their places, each once.
  package func check(_ workspace: Workspace) -> [Diagnostic] {
    let context = WorkspaceContext(
      workspace: workspace, today: today, vocabulary: vocabulary, fileLookup: fileLookup)
    var diagnostics: [Diagnostic] = []
    for index in workspace.sprints.indices {
      let sprint = SprintContext(context, sprint: index)
      for rule in rules {
        guard case .sprint(let check) = rule.check else { continue }
        var report = Report(rule, workspace)
        check(sprint, &report)
        diagnostics += report.diagnostics
      }
    }
    for rule in rules {
      guard case .workspace(let check) = rule.check else { continue }
      var report = Report(rule, workspace)
      check(context, &report)
      diagnostics += report.diagnostics
    }
    for index in diagnostics.indices {
      if let severity = severities[diagnostics[index].code] { diagnostics[index].severity = severity }
    }
    return Self.sorted(diagnostics, workspace)
  }

  private static func sorted(_ diagnostics: [Diagnostic], _ workspace: Workspace) -> [Diagnostic] {
    func key(_ one: Diagnostic) -> (String, Int, Int, String) {
      let range = one.location.range
      return (workspace.files[one.location.file].path, range?.lower ?? -1, range?.upper ?? -1, one.code)
    }
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.sorted { one, other in
      let (first, second) = (key(one), key(other))
      return first != second ? first < second : one.message < other.message
    }
  }
}
