package import SprintLinker
package import SprintModel
package import SprintSource

/// Runs rules over a workspace.
package struct RuleEngine: Sendable {
  private let rules: [Rule]
  private let severities: [String: Severity]
  private let overrides: @Sendable (_ path: String) -> [String: Severity]
  private let options: @Sendable (_ path: String) -> [String: RuleOptions]
  private let today: CalendarDate?
  private let vocabulary: Vocabulary
  private let archive: [String]
  private let fileLookup: FileLookup?
  private let threads: Int

  /// Makes an engine.
  ///
  /// - Parameters:
  ///   - rules: those that are run.
  ///   - severities: by code, where they are not the rule's own; `off` leaves a rule out.
  ///   - overrides: severities that hold instead in the file with a path.
  ///   - options: what is decided about rules in the file with a path, by code.
  ///   - today: the day on which trackers are judged; without it, no date lies in the future.
  ///   - vocabulary: the words that the trackers were read by.
  ///   - archive: where finished trackers go, as it is shown; without it, none has to go.
  ///   - fileLookup: knows which files are there; without it, no link is broken.
  ///   - threads: on how many sprints are looked at; what is found is the same on any number.
  package init(
    rules: [Rule] = Rule.catalogue, severities: [String: Severity] = [:],
    overrides: @escaping @Sendable (_ path: String) -> [String: Severity] = { _ in [:] },
    options: @escaping @Sendable (_ path: String) -> [String: RuleOptions] = { _ in [:] }, today: CalendarDate? = nil,
    vocabulary: Vocabulary = .standard, archive: [String] = [], fileLookup: FileLookup? = nil,
    threads: Int = Parallel.threads
  ) {
    self.rules = rules
    self.severities = severities
    self.overrides = overrides
    self.options = options
    self.today = today
    self.vocabulary = vocabulary
    self.archive = archive
    self.fileLookup = fileLookup
    self.threads = threads
  }

  /// Whether the rule with this code is run, unless a path turns it off.
  package func runs(_ code: String) -> Bool {
    rules.contains { $0.code == code && (severities[code] ?? $0.severity) != .off }
  }

  /// All findings about the selected sprints, in the order of their places, each once.
  package func check(_ workspace: Workspace, generatedFiles: [GeneratedFile] = []) -> [Diagnostic] {
    findings(in: workspace, generatedFiles: generatedFiles).diagnostics
  }

  /// All findings about the selected sprints, in the order of their places, each once, and those that comments say to
  /// leave alone.
  ///
  /// What a rule finds in the workspace as a whole is about all sprints that its evidence comes from: a cycle
  /// concerns each of its members.
  /// - Parameters:
  ///   - workspace: what is checked.
  ///   - generatedFiles: documents made from the trackers, held against them.
  ///   - isPartial: whether other trackers may say more: then nobody knows which comments are without effect.
  /// - Returns: the findings.
  package func findings(
    in workspace: Workspace, generatedFiles: [GeneratedFile] = [], isPartial: Bool = false
  ) -> Findings {
    let context = WorkspaceContext(
      workspace: workspace, today: today, vocabulary: vocabulary, archive: archive, fileLookup: fileLookup,
      generatedFiles: generatedFiles)
    let severities = workspace.files.map { self.severities.merging(overrides($0.path)) { $1 } }
    let found = self.found(context, severities)
    var suppressions: [Int: Suppressions] = [:]
    // Here and below no loop takes the sprints: a copy of one would copy all that it holds.
    for place in workspace.sprints.indices where !workspace.sprints[place].suppressions.isEmpty {
      let file = workspace.sprints[place].file
      suppressions[file] = Suppressions(workspace.sprints[place], workspace.files[file])
    }
    var findings = Findings()
    func sort(_ diagnostics: consuming [Diagnostic]) {
      diagnostics.moveEach { diagnostic in
        if let one = suppressions[diagnostic.location.file]?.suppressed(diagnostic) {
          findings.suppressed.append(one)
        } else {
          findings.diagnostics.append(diagnostic)
        }
      }
    }
    // A finding that is left alone keeps its fingerprint, and so do the others.
    sort(Self.sorted(found, workspace))
    let late = isPartial || workspace.hasRefused ? [] : unusedSuppressions(suppressions, context, severities)
    guard !late.isEmpty else { return findings }
    sort(Self.sorted(late, workspace))
    findings.diagnostics = Self.sorted(findings.diagnostics, workspace)
    return findings
  }

  private func severity(of rule: Rule.Tag, _ severities: [String: Severity]) -> Severity {
    severities[rule.code] ?? rule.severity
  }

  /// What all rules but those about comments find.
  private func found(_ context: WorkspaceContext, _ severities: [[String: Severity]]) -> [Diagnostic] {
    let workspace = context.workspace
    let selection = workspace.selection
    let trackers = Set(workspace.sprints.indices.map { workspace.sprints[$0].file })
    let selected = Set(selection.map { workspace.sprints[$0].file })
    let ofAll = rules.filter { rule in
      guard case .workspace = rule.check else { return false }
      return severities.contains { severity(of: rule.tag, $0) != .off }
    }
    let ofSprints = rules.compactMap(SprintRule.init)
    // A rule that looks at all sprints takes as long as those that look at many of them, and so comes first.
    let parts = Parallel.map(ofAll.count + selection.count, threads: threads) { place in
      place < ofAll.count
        ? found(by: ofAll[place], context, severities, trackers: trackers, selected: selected)
        : found(by: ofSprints, in: selection[place - ofAll.count], context, severities)
    }
    var all: [Diagnostic] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    parts.moveEach { (part: consuming [Diagnostic]) in part.moveEach { all.append($0) } }
    return all
  }

  /// What a rule finds that looks at all sprints, about the selected ones.
  private func found(
    by rule: Rule, _ context: WorkspaceContext, _ severities: [[String: Severity]], trackers: Set<Int>,
    selected: Set<Int>
  ) -> [Diagnostic] {
    guard case .workspace(let check) = rule.check else { return [] }
    var report = Report(rule.tag, context)
    check(context, &report)
    let found = report.diagnostics.filter { diagnostic in
      let files = [diagnostic.location.file] + diagnostic.notes.compactMap { $0.location?.file }
      // What no tracker has to do with, such as a generated document that somebody changed, is about all of them.
      return !selected.isDisjoint(with: files) || trackers.isDisjoint(with: files)
    }
    return weighed(found, of: rule.tag, severities)
  }

  /// What the rules that look at one sprint find in it.
  private func found(
    by rules: [SprintRule], in index: Int, _ context: WorkspaceContext, _ severities: [[String: Severity]]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let sprint = SprintContext(context, sprint: index)
    let options = options(sprint.file.path)
    let own = severities[sprint.sprint.file]
    let isRefused = sprint.sprint.refusal != nil
    for rule in rules where severity(of: rule.tag, own) != .off {
      // Of a file that was not read nothing else is known.
      if isRefused, rule.tag.code != Rule.tooLarge.code { continue }
      var report = Report(rule.tag, context)
      if let options = options[rule.tag.code] {
        rule.check(sprint.with(options), &report)
      } else {
        rule.check(sprint, &report)
      }
      if !report.diagnostics.isEmpty { diagnostics += weighed(report.diagnostics, of: rule.tag, severities) }
    }
    return diagnostics
  }

  /// What the rules about comments find in the selected sprints, once it is known what comments have left alone.
  private func unusedSuppressions(
    _ suppressions: [Int: Suppressions], _ context: WorkspaceContext, _ severities: [[String: Severity]]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for index in context.workspace.selection {
      let file = context.workspace.sprints[index].file
      guard let suppressions = suppressions[file] else { continue }
      var sprint = SprintContext(context, sprint: index)
      let options = options(context.workspace.files[file].path)
      var ran: Set<String> = []
      for rule in rules where severity(of: rule.tag, severities[file]) != .off {
        guard case .suppressions(let check) = rule.check else {
          ran.insert(rule.code)
          continue
        }
        sprint.options = options[rule.code] ?? RuleOptions()
        var report = Report(rule.tag, context)
        check(sprint, suppressions, ran, &report)
        diagnostics += weighed(report.diagnostics, of: rule.tag, severities)
      }
    }
    return diagnostics
  }

  /// Findings with the severities that are configured for their files.
  private func weighed(
    _ found: [Diagnostic], of rule: Rule.Tag, _ severities: [[String: Severity]]
  ) -> [Diagnostic] {
    found.compactMap { diagnostic in
      var diagnostic = diagnostic
      let severity = severity(of: rule, severities[diagnostic.location.file])
      guard severity != .off else { return nil }
      // A rule may find things of different weight; they keep it unless the rule as a whole gets another.
      if severity != rule.severity { diagnostic.severity = severity }
      return diagnostic
    }
  }

  private static func sorted(_ diagnostics: consuming [Diagnostic], _ workspace: Workspace) -> [Diagnostic] {
    let ranks = SortKey.ranks(of: workspace.files.map(\.path))
    let keys = diagnostics.map { one in
      SortKey(file: ranks[one.location.file], range: one.location.range, code: one.code, message: one.message)
    }
    // Diagnostics are large, and so their places are sorted.
    let places = diagnostics.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var rest: [Diagnostic?] = []
    rest.reserveCapacity(places.count)
    diagnostics.moveEach { rest.append($0) }
    var sorted: [Diagnostic] = []
    sorted.reserveCapacity(places.count)
    var start = 0
    for (order, place) in places.enumerated() {
      if order > 0, keys[places[order - 1]] < keys[place] { start = sorted.count }
      guard let diagnostic = rest[place].take() else { continue }
      if !sorted[start...].contains(diagnostic) { sorted.append(diagnostic) }
    }
    // A row that stands three times is found twice: the second finding is not the first.
    var counts: [String: Int] = Dictionary(minimumCapacity: sorted.count)
    for index in sorted.indices {
      let count = counts[sorted[index].fingerprint, default: 0] + 1
      counts[sorted[index].fingerprint] = count
      if count > 1 { sorted[index].fingerprint = Fingerprint.of([sorted[index].fingerprint, String(count)]) }
    }
    return sorted
  }
}
