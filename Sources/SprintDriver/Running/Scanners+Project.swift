package import SprintReader

extension Scanners {
  /// Scanners that follow a configuration.
  package convenience init(_ project: Project) {
    self.init(project.configuration.vocabulary, limits: project.configuration.limits)
  }
}
