package import SprintFormatter
import SprintLinker
import SprintModel
import SprintReader
package import SprintSource
package import SprintTemplate

/// Formats the files that a run is about, in memory.
package struct Formatting: Sendable {
  /// A file, and what came of it.
  package struct Outcome: Sendable {
    package let file: SourceFile
    package let formatted: FormattedFile

    /// The text that the file is to hold; nil where it stays as it is.
    package var text: [UInt8]? { if case .changed(let text) = formatted.result { text } else { nil } }

    /// Whether a defect of the formatter kept it from its work.
    package var isRefused: Bool { if case .refused = formatted.result { true } else { false } }
  }

  private let formatter: TrackerFormatter
  private let loader: WorkspaceLoader
  private let scanners: Scanners

  /// - Parameters:
  ///   - loader: what has read the files.
  ///   - project: whose vocabulary and layout hold.
  package init(_ loader: WorkspaceLoader, _ project: Project) {
    self.loader = loader
    scanners = Scanners(project)
    formatter = TrackerFormatter(
      project.configuration.format, vocabulary: project.configuration.vocabulary, read: loader.read)
  }

  /// Formats the selected trackers, in the order of the workspace; those that are only linked are left out.
  package func format(_ loaded: WorkspaceLoader.Loaded) -> [Outcome] {
    let workspace = loaded.workspace
    return workspace.selection.map { index in
      let sprint = workspace.sprints[index]
      let file = workspace.files[sprint.file]
      return Outcome(file: file, formatted: formatter.format(file, sprint))
    }
  }
}

extension Formatting {
  /// Brings the selected trackers into the standard template, and formats them; one that would not read as it does now,
  /// or that would change again the next time, is refused.
  package func convert(_ loaded: WorkspaceLoader.Loaded, _ options: StandardTemplate.Options) -> [Outcome] {
    let template = StandardTemplate(options, scanners: scanners)
    return loaded.workspace.selection.map { index in
      let file = loaded.workspace.files[loaded.workspace.sprints[index].file]
      return Outcome(file: file, formatted: FormattedFile(result(of: index, in: loaded, template)))
    }
  }

  private func result(
    of sprint: Int, in loaded: WorkspaceLoader.Loaded, _ template: StandardTemplate
  ) -> FormattedFile.Result {
    if let excess = loaded.workspace.sprints[sprint].refusal { return .tooLarge(excess) }
    let once = converted(sprint, in: loaded, template)
    guard case .changed(let bytes) = once else { return once }
    let place = loaded.workspace.sprints[sprint].file
    guard bytes != loaded.workspace.files[place].disk else { return .unchanged }
    let twice = converted(sprint, in: loader.relink(loaded, replacing: [place: bytes]), template)
    return twice == once ? once : .refused(.stability)
  }

  /// The text in the template, with the layout that all trackers get.
  private func converted(
    _ sprint: Int, in loaded: WorkspaceLoader.Loaded, _ template: StandardTemplate
  ) -> FormattedFile.Result {
    let workspace = loaded.workspace
    let conversion = template.conversion(of: workspace.sprints[sprint], in: workspace)
    if let difference = conversion.differences.first { return .refused(.template(difference)) }
    let place = workspace.sprints[sprint].file
    let after = loader.relink(loaded, replacing: [place: conversion.bytes]).workspace
    let formatted = formatter.format(after.files[place], after.sprints[sprint]).result
    return formatted == .unchanged ? .changed(conversion.bytes) : formatted
  }
}

extension Formatting.Outcome {
  /// What standard error says of it: that it was not touched, or not everywhere, and why.
  package var notes: [String] {
    let path = Display.safe(file.path)
    let own: [String] =
      switch formatted.result {
      case .unchanged, .changed: []
      case .damaged(let kind):
        ["note: \(path) is left as it is: it arrived damaged (\(kind.rawValue)); `sprintmark lint` says how to mend it"]
      case .tooLarge(let excess):
        ["note: \(path)\(line(of: excess)) is left as it is: \(excess.description); \(excess.help)"]
      case .refused(let guarantee):
        [
          """
          error: \(path) is left as it is: \(Display.safe(guarantee.description))
             = help: this is a defect of sprintmark; no other file is concerned
          """
        ]
      }
    return own
      + formatted.leftTables.map { header in
        """
        note: \(path):\(file.position(at: header.lower).line): the table is left as it is: not all of its rows are whole; \
        `sprintmark lint` says which
        """
      }
  }
  private func line(of excess: Excess) -> String {
    excess.range.map { ":\(file.position(at: $0.lower).line)" } ?? ""
  }
}
