import SprintSource

/// Fixes of one file that can be made together.
struct FixSelection: Sendable {
  private(set) var fixes: [(code: String, fix: Fix)] = []
  /// Of all fixes, in the order of their places.
  private(set) var edits: [TextEdit] = []

  /// Adds a fix; not where it gets in the way of one that was added before.
  mutating func add(_ fix: Fix, of code: String) {
    let new = fix.edits.sorted { $0.range < $1.range }
    let areApart = zip(new, new.dropFirst()).allSatisfy { !Self.conflict($0.range, $1.range) }
    guard areApart, !new.isEmpty, new.allSatisfy(isFree) else { return }
    fixes.append((code, fix))
    for edit in new { edits.insert(edit, at: place(behind: edit.range)) }
  }

  /// The place of the first edit that stands behind a range.
  private func place(behind range: ByteRange) -> Int {
    edits.partitionPoint { $0.range <= range }
  }

  private func isFree(_ edit: TextEdit) -> Bool {
    var place = place(behind: edit.range)
    if place < edits.count, Self.conflict(edit.range, edits[place].range) { return false }
    // What is put in at one place twice over was meant once.
    while place > 0, edits[place - 1].range == edit.range {
      guard edit.range.isEmpty, edits[place - 1] != edit else { return false }
      place -= 1
    }
    return place == 0 || !Self.conflict(edits[place - 1].range, edit.range)
  }

  /// Whether two edits, the first of which does not stand behind the second, are about the same bytes.
  private static func conflict(_ first: ByteRange, _ second: ByteRange) -> Bool { first.upper > second.lower }
}
