import SprintModel
import SprintSource

/// Holds a sprint after fixes against the sprint before them: what the fixes are not about must still be there.
enum FixGuard {
  /// What `before` says and `after` does not, though no fix is about it.
  ///
  /// What it says of a task that was none before counts too: text that nobody took for a task must not become one.
  /// A fix is about what it says that it changes, in the rows and words that its edits touch.
  static func lost(
    from before: Sprint, in file: SourceFile, to after: Sprint, by fixes: [Fix]
  ) -> [ModelFact] {
    let facts = ModelFact.facts(of: before)
    let kept = Set(ModelFact.facts(of: after).map(\.fact))
    let old = Set(facts.map(\.fact))
    let new = kept.filter { $0.subject == .task && !old.contains($0) }
    if !new.isEmpty, !fixes.contains(where: { $0.changes.contains(.task) }) {
      return new.sorted { $0.task < $1.task }
    }
    return facts.filter { fact, row, words in
      guard !kept.contains(fact) else { return false }
      let places = [file.onDisk(row), file.onDisk(words)]
      return !fixes.contains { fix in
        (fix.changes.contains(fact.subject) || (fix.changes.contains(.task) && !fact.task.isEmpty))
          && fix.edits.contains { edit in
            places.contains { edit.range.lower <= $0.upper && $0.lower <= edit.range.upper }
          }
      }
    }.map(\.fact)
  }
}
