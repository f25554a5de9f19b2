package import SprintModel
package import SprintRules
import SprintSource

extension RuleEngine {
  /// An engine that follows a configuration, but runs the rules in `select`, where it is not nil, even if the
  /// configuration leaves them out, and never those in `ignore`.
  package init(
    _ project: Project, select: [Rule]? = nil, ignore: [Rule] = [], today: CalendarDate? = nil,
    fileLookup: FileLookup? = nil, threads: Int = Parallel.threads
  ) {
    let configuration = project.configuration
    let selected = select?.map(\.code) ?? configuration.select
    let ignored = ignore.map(\.code) + (select == nil ? configuration.ignore : [])
    let rules = Rule.catalogue.filter { (selected?.contains($0.code) ?? true) && !ignored.contains($0.code) }
    var severities = configuration.severities
    for rule in rules where selected != nil {
      // What is asked for by name is not off.
      if select != nil, severities[rule.code] == .off { severities[rule.code] = nil }
      if rule.severity == .off, severities[rule.code] == nil { severities[rule.code] = .warning }
    }
    self.init(
      rules: rules, severities: severities, overrides: { project.overrides(in: $0) },
      options: { project.options(in: $0) }, today: today, vocabulary: configuration.vocabulary,
      archive: configuration.archive.map(project.shown), fileLookup: fileLookup, threads: threads)
  }
}
