import SprintModel
import SprintSource

/// Holds a sprint after fixes against the sprint before them: what the fixes are not about must still be there.
enum FixGuard {
  /// What `before` says and `after` does not, though no fix is about it.
  ///
  /// A fix is about what it says that it changes, in the rows that its edits touch.
  static func lost(
    from before: Sprint, in file: SourceFile, to after: Sprint, by fixes: [Fix]
  ) -> [ModelFact] {
    let kept = Set(ModelFact.facts(of: after).map(\.fact))
    return ModelFact.facts(of: before).filter { fact, range in
      guard !kept.contains(fact) else { return false }
      let row = file.onDisk(range)
      return !fixes.contains { fix in
        (fix.changes.contains(fact.subject) || (fix.changes.contains(.task) && !fact.task.isEmpty))
          && fix.edits.contains { $0.range.lower <= row.upper && row.lower <= $0.range.upper }
      }
    }.map(\.fact)
  }
}
