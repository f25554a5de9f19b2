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

  private let project: Project
  private let loader: WorkspaceLoader
  private let formatter: TrackerFormatter

  /// - Parameter project: whose vocabulary and layout hold.
  package init(_ project: Project) {
    self.project = project
    loader = WorkspaceLoader(project)
    formatter = TrackerFormatter(
      project.configuration.format, vocabulary: project.configuration.vocabulary, read: loader.read)
  }

  /// Formats the selected trackers, in the order of the workspace; those that are only linked are left out.
  ///
  /// On as many threads as may work.
  package func format(_ loaded: WorkspaceLoader.Loaded, threads: Int = Parallel.threads) -> [Outcome] {
    let workspace = loaded.workspace
    return Parallel.map(
      workspace.selection.count, threads: threads, tools: { $0 == 0 ? formatter : Formatting(project).formatter }
    ) { formatter, place in
      let sprint = workspace.selection[place]
      let file = workspace.files[workspace.sprints[sprint].file]
      return Outcome(file: file, formatted: formatter.format(file, workspace.sprints[sprint]))
    }
  }
}

extension Formatting {
  /// Brings the selected trackers into the standard template, and formats them; one that would not read as it does now,
  /// or that would change again the next time, is refused.
  ///
  /// On as many threads as may work.
  package func convert(
    _ loaded: WorkspaceLoader.Loaded, _ options: StandardTemplate.Options, threads: Int = Parallel.threads
  ) -> [Outcome] {
    let workspace = loaded.workspace
    let places = workspace.selection.map { workspace.sprints[$0].file }
    let once = results(of: workspace.selection, in: workspace, options, threads)
    var changed: [Int: [UInt8]] = [:]
    for case (let place, .changed(let bytes)) in zip(places, once) where bytes != workspace.files[place].disk {
      changed[place] = bytes
    }
    let again = zip(workspace.selection, places).filter { changed[$0.1] != nil }
    let after = changed.isEmpty ? workspace : loader.relink(loaded, replacing: changed).workspace
    let twice = Dictionary(
      uniqueKeysWithValues: zip(again.map(\.1), results(of: again.map(\.0), in: after, options, threads)))
    return zip(places, once).map { place, result in
      let isUnchanged = if case .changed = result { changed[place] == nil } else { false }
      let isStable = twice[place].map { $0 == result } ?? true
      return Outcome(
        file: workspace.files[place],
        formatted: FormattedFile(isUnchanged ? .unchanged : isStable ? result : .refused(.stability)))
    }
  }

  /// What comes of sprints in the template, with the layout that all trackers get; in their order.
  private func results(
    of sprints: [Int], in workspace: Workspace, _ options: StandardTemplate.Options, _ threads: Int
  ) -> [FormattedFile.Result] {
    Parallel.map(
      sprints.count, threads: threads,
      tools: { _ in (Formatting(project), StandardTemplate(options, scanners: Scanners(project))) }
    ) { tools, place in
      tools.0.result(of: workspace.sprints[sprints[place]], in: workspace, tools.1)
    }
  }

  private func result(
    of sprint: Sprint, in workspace: Workspace, _ template: StandardTemplate
  ) -> FormattedFile.Result {
    if let excess = sprint.refusal { return .tooLarge(excess) }
    let conversion = template.conversion(of: sprint, in: workspace)
    if let difference = conversion.differences.first { return .refused(.template(difference)) }
    let after = loader.read(SourceFile(path: workspace.files[sprint.file].path, bytes: conversion.bytes))
    let formatted = formatter.format(after.file, after.sprint).result
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
        note: \(path):\(file.position(at: header.lower).line): the table is left as it is: not all of its rows are whole: \
        each needs as many cells as the header
        """
      }
  }
  private func line(of excess: Excess) -> String {
    excess.range.map { ":\(file.position(at: $0.lower).line)" } ?? ""
  }
}
