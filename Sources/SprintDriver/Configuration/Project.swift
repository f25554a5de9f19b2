package import SprintRules
package import SprintSource
import SystemPackage

/// A configuration, and the folder that it is for.
package struct Project: Sendable {
  /// Where to take the configuration from.
  package enum Source: Sendable, Equatable {
    /// The nearest `.sprintmark.yml` in the folder that the tool runs in and those around it, up to the repository's.
    case search
    /// This file.
    case file(String)
    /// From nowhere.
    case none
  }

  package var configuration: Configuration
  /// The configuration file, as it is shown; nil where there is none.
  package let file: String?
  private let base: BaseFolder

  package init(_ configuration: Configuration = Configuration(), file: String? = nil, base: BaseFolder = .current) {
    self.configuration = configuration
    self.file = file
    self.base = base
  }

  package static let fileName = ".sprintmark.yml"

  /// Reads the configuration that holds in a folder, given by its absolute path.
  package static func load(
    _ source: Source, from current: String = FileSystem.currentFolder
  ) throws(ConfigurationError) -> Project {
    switch source {
    case .none: return Project(base: BaseFolder("", from: current))
    case .file(let path): return try read(path, from: current)
    case .search:
      guard let folder = folder(around: current) else { return Project(base: BaseFolder("", from: current)) }
      return try read(BaseFolder(folder, from: current).shown(fileName), from: current)
    }
  }

  private static func read(_ path: String, from current: String) throws(ConfigurationError) -> Project {
    Project(
      try ConfigurationChain.read(path, from: current), file: path, base: BaseFolder(path + "/..", from: current))
  }

  /// The nearest folder that holds a configuration file, no further out than the first that holds `.git`.
  private static func folder(around current: String) -> String? {
    var parts = current.split(separator: "/")
    while true {
      let folder = "/" + parts.joined(separator: "/")
      if FileSystem.exists(folder + "/" + fileName) { return folder }
      if parts.isEmpty || FileSystem.exists(folder + "/.git") { return nil }
      parts.removeLast()
    }
  }

  // MARK: Paths

  /// A path as it is named or shown, relative to the folder of the configuration.
  package func relative(_ path: String) -> String {
    let relative = base.relative(path)
    // Links may lead to the folder on another way.
    guard file != nil, relative.hasPrefix("../"), let target = FileSystem.resolvingLinks(in: path) else {
      return relative
    }
    let inside = base.relative(target)
    return inside.hasPrefix("../") ? relative : inside
  }

  /// A path relative to the folder of the configuration, as it is shown.
  package func shown(_ path: String) -> String { base.shown(path) }

  /// The severities of rules, by code, where other ones hold in this file.
  package func overrides(in path: String) -> [String: Severity] {
    guard !configuration.overrides.isEmpty || !configuration.boards.isEmpty else { return [:] }
    return configuration.overrides(in: relative(path))
  }

  /// What is decided about rules, by code, in this file.
  package func options(in path: String) -> [String: RuleOptions] {
    // Most often there is no override, and the path need not be looked at.
    configuration.overrides.contains { !$0.options.isEmpty }
      ? configuration.options(in: relative(path)) : configuration.options
  }
}
