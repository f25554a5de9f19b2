import SprintDriver
import SprintFormatter
import SprintModel
import SprintSource

extension FuzzTarget {
  /// A tracker is formatted: no guarantee is broken, nothing is lost, and twice is the same as once.
  static let format = FuzzTarget("format", seeds: trackers) { bytes in
    var style = LayoutStyle()
    // Both layouts, in turn.
    style.align = bytes.count.isMultiple(of: 2)
    style.lineEndings = style.align ? .lf : .keep
    let formatter = TrackerFormatter(style, read: loader.read)
    let (file, sprint) = loader.read(file(bytes))
    switch formatter.format(file, sprint).result {
    case .unchanged, .damaged, .tooLarge: return nil
    // A box with nothing behind it is text for the reader, and none for the page: what follows it may differ.
    case .refused(.page) where hasEmptyBox(bytes): return nil
    case .refused(let guarantee): return guarantee.description
    case .changed(let text):
      let (after, again) = loader.read(Self.file(text))
      return first(
        { words(bytes) == words(text) ? nil : "other words than before" },
        { lost(from: sprint, to: again) },
        { sprint.links.map(\.value) == again.links.map(\.value) ? nil : "other links than before" },
        { formatter.format(after, again).result == .unchanged ? nil : "formatting it again changes it again" })
    }
  }

  private static func hasEmptyBox(_ text: [UInt8]) -> Bool {
    Bytes(text).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains { line in
      ["[ ]", "[x]", "[X]"].contains { line.trimmingSuffix(while: \.isSpace).suffix(3).elementsEqual($0.utf8) }
    }
  }

  /// The letters outside of ASCII, which no layout is made of and no standard word has.
  private static func words(_ text: [UInt8]) -> [UInt8] { text.filter { $0 >= 0x80 } }

  /// What is not said any more, but for states, which may be spelled anew.
  private static func lost(from before: Sprint, to after: Sprint) -> String? {
    let kept = Set(ModelFact.facts(of: after).map(\.fact))
    let fact = ModelFact.facts(of: before).map(\.fact).first {
      !kept.contains($0) && $0.subject != .status && $0.subject != .log
    }
    return fact.map { "\($0) is lost" }
      ?? (before.log.count == after.log.count && before.tasks.map(\.state) == after.tasks.map(\.state)
        ? nil : "other states, or another log, than before")
  }
}
