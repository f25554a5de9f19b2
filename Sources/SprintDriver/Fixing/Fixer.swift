package import SprintLinker
import SprintModel
package import SprintSource

/// Mends what the linter finds, in memory, until there is nothing left that it can mend.
///
/// After each pass the files are read anew, and what the fixes are not about must still be there: every task, log row,
/// owner, date and dependency.
package struct Fixer: Sendable {
  /// What came of it. Nothing has been written.
  package struct Outcome: Sendable {
    /// The files as they are to be, read and linked.
    package let loaded: WorkspaceLoader.Loaded
    /// Those that are to be another, in the order of their paths.
    package let files: [FixedFile]
    /// Fixes that were not made because they would have lost something, or made too much of a file.
    package let refusals: [Refusal]
    /// What was found before.
    package let findings: [Diagnostic]
  }

  /// A file that is to be another.
  package struct FixedFile: Sendable {
    package let path: String
    package let before: [UInt8]
    package let after: [UInt8]
    /// How many findings were mended, by the code of their rule.
    package let counts: [String: Int]
  }

  /// A file that is left as it is.
  package struct Refusal: Sendable {
    package enum Reason: Sendable {
      /// Fixes would have lost this, in words: a defect of the rules that gave them.
      case losses([String])
      /// With the fixes the file would have exceeded a limit.
      case excess(Excess)
    }

    package let path: String
    /// The codes of the rules.
    package let codes: [String]
    package let reason: Reason
  }

  /// The fixes of these rules undo each other, or come to no end.
  package struct Unsettled: Error, Sendable {
    package let codes: [String]
  }

  /// More passes than any sound set of fixes takes: each makes at least one fix in each file.
  private static let mostPasses = 100

  private let loader: WorkspaceLoader
  private let makesUnsafe: Bool
  private let check: @Sendable (Workspace) -> [Diagnostic]

  /// - Parameters:
  ///   - loader: what has read the files.
  ///   - makesUnsafe: whether fixes are made too that a person should look at.
  ///   - check: the findings that are to be mended.
  package init(
    _ loader: WorkspaceLoader, makesUnsafe: Bool, check: @escaping @Sendable (Workspace) -> [Diagnostic]
  ) {
    self.loader = loader
    self.makesUnsafe = makesUnsafe
    self.check = check
  }

  /// Mends the files that the run is about.
  ///
  /// - Throws: `Unsettled`; then nothing is to be written.
  package func fix(_ loaded: WorkspaceLoader.Loaded) throws(Unsettled) -> Outcome {
    let originals = loaded.workspace.files
    let selected = Set(loaded.workspace.selection.map { loaded.workspace.sprints[$0].file })
    var current = loaded
    var counts: [Int: [String: Int]] = [:]
    var refusals: [Int: Refusal] = [:]
    var seen: Set<[Int: [UInt8]]> = []
    let findings = check(loaded.workspace)
    for pass in 0..<Self.mostPasses {
      let selections = selections(of: pass == 0 ? findings : check(current.workspace)).filter {
        selected.contains($0.key) && refusals[$0.key] == nil
      }
      guard !selections.isEmpty else {
        return Outcome(
          loaded: current, files: Self.files(in: current, originals, counts),
          refusals: refusals.values.sorted { $0.path < $1.path }, findings: findings)
      }
      let replaced = selections.mapValues(\.edits).reduce(into: [Int: [UInt8]]()) { bytes, entry in
        bytes[entry.key] = TextEdit.apply(entry.value, to: current.workspace.files[entry.key].disk).text
      }
      var next = loader.relink(current, replacing: replaced)
      for (file, selection) in selections.sorted(by: { $0.key < $1.key }) {
        if let reason = objection(to: selection, in: file, from: current.workspace, to: next.workspace) {
          let codes = Set(selection.fixes.map(\.code)).sorted()
          refusals[file] = Refusal(path: originals[file].path, codes: codes, reason: reason)
          counts[file] = nil
        } else {
          for (code, _) in selection.fixes { counts[file, default: [:]][code, default: 0] += 1 }
        }
      }
      let refused = selections.keys.filter { refusals[$0] != nil }
      if !refused.isEmpty {
        next = loader.relink(
          next, replacing: refused.reduce(into: [Int: [UInt8]]()) { $0[$1] = originals[$1].disk })
      }
      current = next
      let state = counts.keys.reduce(into: [Int: [UInt8]]()) { $0[$1] = current.workspace.files[$1].disk }
      guard seen.insert(state).inserted || !refused.isEmpty else { throw unsettled(selections) }
    }
    throw unsettled(selections(of: check(current.workspace)))
  }

  /// The fixes of one pass, by file.
  private func selections(of findings: [Diagnostic]) -> [Int: FixSelection] {
    var selections: [Int: FixSelection] = [:]
    for diagnostic in findings {
      let fix = diagnostic.fixes.first { makesUnsafe || $0.applicability == .safe }
      if let fix { selections[diagnostic.location.file, default: FixSelection()].add(fix, of: diagnostic.code) }
    }
    return selections
  }

  /// Why fixes are not made; nil where they are.
  private func objection(
    to selection: FixSelection, in file: Int, from before: Workspace, to after: Workspace
  ) -> Refusal.Reason? {
    // A loader puts each sprint at the place of its file.
    if let excess = after.sprints[file].refusal { return .excess(excess) }
    let lost = FixGuard.lost(
      from: before.sprints[file], in: before.files[file], to: after.sprints[file], by: selection.fixes.map(\.fix))
    return lost.isEmpty ? nil : .losses(lost.map(\.description))
  }

  private func unsettled(_ selections: [Int: FixSelection]) -> Unsettled {
    Unsettled(codes: Set(selections.values.flatMap { $0.fixes.map(\.code) }).sorted())
  }

  /// The files that are another than they were.
  private static func files(
    in loaded: WorkspaceLoader.Loaded, _ originals: [SourceFile], _ counts: [Int: [String: Int]]
  ) -> [FixedFile] {
    let files = originals.indices.compactMap { file -> FixedFile? in
      let bytes = loaded.workspace.files[file].disk
      guard bytes != originals[file].disk else { return nil }
      return FixedFile(
        path: originals[file].path, before: originals[file].disk, after: bytes, counts: counts[file] ?? [:])
    }
    return files.sorted { $0.path < $1.path }
  }
}
