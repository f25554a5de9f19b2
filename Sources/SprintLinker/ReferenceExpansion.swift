import SprintModel
package import SprintSource

/// Full ids for what a tracker writes short.
package enum ReferenceExpansion {
  /// The edit that writes out what a dependency of a row refers to.
  ///
  /// - Parameters:
  ///   - place: the place of the reference among the row's dependencies.
  ///   - row: the row whose text it stands in.
  ///   - sprint: the place of the row's sprint in the workspace.
  ///   - workspace: the sprints as they are linked.
  /// - Returns: nil where nothing is written short, or where the full ids would say something else.
  package static func edit(
    ofDependency place: Int, in row: TaskRow, of sprint: Int, in workspace: Workspace
  ) -> TextEdit? {
    let first = TaskIndex(sprint: sprint, task: row.tasks.lowerBound)
    let reference = workspace.task(first).dependencies[place]
    let resolution = workspace.dependency(place, of: first)
    let targets = workspace.targets(of: resolution)
    guard reference.kind == .task, resolution.isResolved, resolution.method != .exact,
      targets != [reference.text.value],
      // A list that nobody would read is no help, and a short id means something in its own sprint alone.
      resolution.method != .prefix, (1...20).contains(targets.count), targets.allSatisfy({ TaskID($0).isGlobal }),
      // To each task of the row the shorthand must mean the same.
      row.tasks.allSatisfy({ task in
        let index = TaskIndex(sprint: sprint, task: task)
        return workspace.dependencies(of: index).count > place
          && workspace.targets(of: workspace.dependency(place, of: index)) == targets
      })
    else { return nil }
    let text = Bytes(workspace.files[workspace.sprints[sprint].file].text)
    var range = reference.text.range
    if resolution.method == .range || targets.count > 1 {
      // After a list a number would belong to its last id.
      guard !continues(text[range.upper...]) else { return nil }
    } else if range.lower > 0, text[range.lower - 1] == UInt8(ascii: "-") {
      // The hyphen of `/-002` belongs to what is written.
      range = ByteRange(range.lower - 1, range.upper)
    }
    return TextEdit(range, targets.joined(separator: ", "))
  }

  /// Whether a text begins with what goes on with a list: `/003`, `, -003`, `and 003`.
  private static func continues(_ text: Bytes) -> Bool {
    let rest = text.drop { $0.isBlank || "/,+&-*`".utf8.contains($0) }
    return rest.first?.isDigit ?? false || rest.hasPrefix("and ", at: rest.startIndex)
  }
}
