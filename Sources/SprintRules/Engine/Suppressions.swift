import SprintModel
import SprintSource

/// The findings that the comments of a file say to leave alone, and which of the comments have left any.
struct Suppressions: Sendable {
  /// A rule that a comment names.
  struct Entry: Sendable {
    /// The place of the comment among those of the sprint, and of the name in it.
    let comment: Int
    let name: Int
    let code: String
    var isUsed = false
  }

  private(set) var entries: [Entry] = []
  /// The places of the comments that end something.
  private(set) var endings: Set<Int> = []
  private var coverages: [String: Coverage] = [:]
  private let comments: [SuppressionComment]

  /// What entries about one rule cover, by their places.
  private struct Coverage: Sendable {
    var file: Int?
    /// Of the file on disk; each list in the order of the ranges.
    var lines: [(range: ByteRange, entry: Int)] = []
    /// None overlaps another.
    var regions: [(range: ByteRange, entry: Int)] = []

    /// The entry that says most exactly what is left alone.
    func entry(covering offset: Int?) -> Int? {
      guard let offset else { return file }
      return Self.entry(in: lines, covering: offset) ?? Self.entry(in: regions, covering: offset) ?? file
    }

    private static func entry(in list: [(range: ByteRange, entry: Int)], covering offset: Int) -> Int? {
      let place = list.partitionPoint { $0.range.upper <= offset }
      return place < list.count && list[place].range.lower <= offset ? list[place].entry : nil
    }
  }

  init(_ sprint: Sprint, _ file: SourceFile) {
    comments = sprint.suppressions
    var open: [String: (start: Int, entry: Int)] = [:]
    func region(_ code: String, upTo end: Int) -> (range: ByteRange, entry: Int)? {
      open.removeValue(forKey: code).map { (file.onDisk(ByteRange($0.start, end)), $0.entry) }
    }
    // The comments stand in order, so that each looks on from where the last has found something.
    var nextText: ByteRange?
    for (place, comment) in comments.enumerated() {
      let codes = comment.rules.map { Rule.named($0.value)?.code }
      if comment.kind == .enable {
        for code in codes.isEmpty ? open.keys.sorted() : codes.compactMap(\.self) {
          guard let region = region(code, upTo: comment.range.lower) else { continue }
          coverages[code]?.regions.append(region)
          endings.insert(place)
        }
        continue
      }
      for (name, code) in codes.enumerated() {
        guard let code, let kind = comment.kind else { continue }
        let entry = entries.count
        entries.append(Entry(comment: place, name: name, code: code))
        var coverage = coverages[code] ?? Coverage()
        switch kind {
        case .disableFile: coverage.file = coverage.file ?? entry
        case .disableLine:
          coverage.lines.append((file.onDisk(file.line(number: file.lines.line(at: comment.range.lower))), entry))
        case .disableNextLine:
          if nextText.map({ $0.lower < comment.range.upper }) ?? true { nextText = file.nextText(after: comment.range) }
          if let line = nextText { coverage.lines.append((file.onDisk(line), entry)) }
        case .disable: if open[code] == nil { open[code] = (comment.range.lower, entry) }
        case .enable: break
        }
        coverages[code] = coverage
      }
    }
    for code in open.keys.sorted() {
      if let region = region(code, upTo: file.text.count) { coverages[code]?.regions.append(region) }
    }
    for code in coverages.keys { coverages[code]?.lines.sort { ($0.range, $0.entry) < ($1.range, $1.entry) } }
  }

  /// The finding as one that is left alone; nil where no comment says so.
  mutating func suppressed(_ diagnostic: Diagnostic) -> SuppressedDiagnostic? {
    guard let entry = coverages[diagnostic.code]?.entry(covering: diagnostic.location.range?.lower) else { return nil }
    entries[entry].isUsed = true
    return SuppressedDiagnostic(diagnostic, reason: comments[entries[entry].comment].reason?.value)
  }
}

extension SourceFile {
  fileprivate func line(number: Int) -> ByteRange { lines.range(ofLine: number) ?? .empty(at: text.count) }

  /// The next line with anything on it, below a comment.
  fileprivate func nextText(after comment: ByteRange) -> ByteRange? {
    let last = lines.line(at: comment.upper - 1)
    guard last < lines.lineCount else { return nil }
    return (last + 1...lines.lineCount).lazy.map(line(number:)).first { slice($0).contains { !$0.isSpace } }
  }
}
