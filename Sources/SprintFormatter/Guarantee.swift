import SprintMarkdown
package import SprintModel
package import SprintSource

/// What formatting promises, and what is checked before a file is written.
package enum Guarantee: Sendable, Hashable {
  /// The model stays equal: all values, but for words and dates that are spelled anew. What would be lost is named.
  case model(String)
  /// The page that is made of the document stays equal, but for such words.
  case page
  /// In the standard template everything reads as it does now. What would not is said in a sentence.
  case template(String)
  /// Formatting twice gives the same as formatting once.
  case stability

  /// The first guarantee that edits break; that of stability is none of an edit, and not looked at.
  ///
  /// - Parameters:
  ///   - before: a file and what it says.
  ///   - after: the same with all edits made.
  ///   - respellings: those of the edits that spell words anew.
  ///   - edits: all of them, in the order of the text, none in the way of another.
  /// - Returns: nil where all are kept.
  package static func broken(
    from before: (file: SourceFile, sprint: Sprint), to after: (file: SourceFile, sprint: Sprint),
    respellings: [TextEdit] = [], edits: [TextEdit]
  ) -> Guarantee? {
    guard after.file.repairs.isEmpty else { return .model("the text as it is written") }
    let old = Unplaced(before.file, respelled: respellings.map(\.range))
    let new = Unplaced(after.file, respelled: places(of: respellings, among: edits))
    guard old.sprint(before.sprint) == new.sprint(after.sprint) else {
      return .model(loss(from: before.sprint, to: after.sprint))
    }
    guard old.text(before.sprint.frontMatter) == new.text(after.sprint.frontMatter) else {
      return .model("the front matter")
    }
    return keepsPage(from: before.file, to: after.file, respellings) ? nil : .page
  }

  /// Where the replacements of some edits stand once all edits are made.
  private static func places(of some: [TextEdit], among edits: [TextEdit]) -> [ByteRange] {
    let wanted = Set(some)
    var shift = 0
    var places: [ByteRange] = []
    for edit in edits {
      let start = edit.range.lower + shift
      if wanted.contains(edit) { places.append(ByteRange(start, start + edit.replacement.count)) }
      shift += edit.replacement.count - edit.range.count
    }
    return places
  }

  private static func loss(from before: Sprint, to after: Sprint) -> String {
    let kept = Set(ModelFact.facts(of: after).map(\.fact))
    let lost = ModelFact.facts(of: before).first { !kept.contains($0.fact) }
    return lost?.fact.description ?? "something beside its tasks and its log"
  }

  /// Spelling keeps the tags of the page, and layout all of it.
  private static func keepsPage(from before: SourceFile, to after: SourceFile, _ respellings: [TextEdit]) -> Bool {
    guard let old = PageRendering(before), let new = PageRendering(after) else { return false }
    guard !respellings.isEmpty else { return old == new }
    let spelled = SourceFile(path: before.path, bytes: TextEdit.apply(respellings, to: before.text).text)
    guard let middle = PageRendering(spelled) else { return false }
    return middle == new && middle.tags == old.tags
  }
}

extension Guarantee: CustomStringConvertible {
  package var description: String {
    switch self {
    case .model(let loss): "the model would lose \(loss)"
    case .template(let difference): "in the standard template it would not read as it does now: \(difference)"
    case .page: "the rendered page would be another one"
    case .stability: "formatting it again would change it again"
    }
  }
}
