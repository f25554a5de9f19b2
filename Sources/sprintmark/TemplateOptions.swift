import ArgumentParser
import SprintDriver
import SprintLinker
import SprintModel
import SprintReader
import SprintSource
import SprintTemplate

/// How the standard template is written.
struct TemplateOptions: ParsableArguments {
  @OptionGroup var conversion: ConversionOptions

  @Flag(help: "Replace files that lie in the folder already.")
  var force = false

  var isUsed: Bool { conversion.isUsed || force }

  /// The sprints that a run is about, each brought into the template.
  ///
  /// What does not read back as it was read is said on standard error.
  func conversions(of workspace: Workspace, _ project: Project) -> (all: [StandardTemplate.Conversion], areEqual: Bool)
  {
    let template = StandardTemplate(conversion.options, scanners: Scanners(project))
    var areEqual = true
    let all = workspace.selection.map { index in
      let sprint = workspace.sprints[index]
      let conversion = template.conversion(of: sprint, in: workspace)
      guard !conversion.differences.isEmpty else { return conversion }
      areEqual = false
      let shown = conversion.differences.prefix(Self.shownDifferences)
      let more = conversion.differences.count - shown.count
      Output.complain("error: in the standard template \(Display.safe(sprint.path)) would not read as it does now")
      for difference in shown { Output.complain("   = \(Display.safe(difference))") }
      if more > 0 { Output.complain("   = and \(more) more") }
      return conversion
    }
    return (all, areEqual)
  }

  /// Writes each sprint that a run is about into a folder; all of them or, where one may not be written, none.
  func write(
    _ conversions: [StandardTemplate.Conversion], of workspace: Workspace, into folder: String
  ) throws(CommandFailure) {
    let files = workspace.selection.map { workspace.files[workspace.sprints[$0].file] }
    guard files.allSatisfy({ $0.path != "-" }) else {
      throw CommandFailure("standard input has no name to be written under", help: "give it one with --stdin-filename")
    }
    let targets = OutputFolder.targets(in: folder, for: files)
    for target in targets where FileSystem.exists(target) || FileSystem.linkTarget(of: target) != nil {
      try Output.refuse(target, where: workspace.files.map(\.path))
      guard force else {
        throw CommandFailure("\(target) is there already; nothing was written", help: "replace it with --force")
      }
    }
    do {
      for (target, conversion) in zip(targets, conversions) {
        try FileSystem.makeFolder(
          target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
        try AtomicWriter.write(conversion.bytes, to: target, replacing: force ? .anything : .nothing)
        Output.complain("wrote \(Display.safe(target))")
      }
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  private static let shownDifferences = 12
}
