import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let shorthandReference = Rule(
    "SM405", "shorthand-reference", .off,
    Documentation(
      "a dependency is not written as the full id",
      why: """
        A search for the id does not find `32-001`, and with the next tracker the shorthand may get a second
        meaning. The rule is for teams that want full ids; it is off unless somebody turns it on.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on 10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on APP-10-001 | App Guild | Test. |
        """,
      remedy: """
        Write the full id. `--fix` does, and writes out lists and ranges; the beginning of several ids is left to a
        person, for more ids may come to begin so.
        """, fix: .safe),
    .sprint { context, report in
      for row in context.rows {
        let dependencies = context.dependencies(of: row)
        for (place, (reference, resolution)) in dependencies.enumerated() {
          guard reference.kind == .task, resolution.isResolved, resolution.method != .exact,
            resolution.targets != [reference.text.value]
          else { continue }
          let known = resolution.targets.count
          let targets = Words.all(Array(resolution.targets.prefix(3))) + (known > 3 ? " and \(known - 3) more" : "")
          report.add(
            "`\(reference.text.value)` stands for \(targets)", at: reference.text.range, in: context.index,
            task: context.task(row), key: reference.text.value,
            help: "write the full \(known == 1 ? "id" : "ids")",
            fixes: fix(of: place, in: row, dependencies.map(\.reference), resolution, context).map { [$0] } ?? [])
        }
      }
    })

  private static func fix(
    of place: Int, in row: TaskRow, _ references: [Reference], _ resolution: Resolution, _ context: SprintContext
  ) -> Fix? {
    let reference = references[place]
    let targets = resolution.targets
    // A list that nobody would read is no help, and a short id means something in its own sprint alone.
    guard resolution.method != .prefix, (1...20).contains(targets.count),
      targets.allSatisfy({ TaskID($0).isGlobal }),
      // To each task of the row the shorthand must mean the same.
      row.tasks.allSatisfy({ task in
        let others = context.workspace.dependencies(of: TaskIndex(sprint: context.index, task: task))
        return others.count == references.count && others[place].targets == targets
      })
    else { return nil }
    var range = reference.text.range
    if resolution.method == .range || targets.count > 1 {
      // After a list a number would belong to its last id.
      guard !continues(context.file.text[range.upper...]) else { return nil }
    } else if context.file.slice(ByteRange(0, range.lower)).last == UInt8(ascii: "-") {
      // The hyphen of `/-002` belongs to what is written.
      range = ByteRange(range.lower - 1, range.upper)
    }
    return Fix(
      "write \(Words.all(targets))", .safe, [TextEdit(range, targets.joined(separator: ", "))], changing: [.dependency])
  }

  /// Whether a text begins with what goes on with a list: `/003`, `, -003`, `and 003`.
  private static func continues(_ text: Bytes) -> Bool {
    let rest = text.drop { $0.isBlank || "/,+&-*`".utf8.contains($0) }
    return rest.first?.isDigit ?? false || rest.hasPrefix("and ", at: rest.startIndex)
  }
}
