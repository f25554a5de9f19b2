package import SprintSource

/// The words that trackers are written in: states, headers, sections, phrases.
///
/// All keys are in the normal form of ``normalized(_:)``.
package struct Vocabulary: Sendable, Equatable {
  package var states: [String: TaskState]
  /// What a box holds: blank, `x`, `-`, `~`.
  package var marks: [UInt8: TaskState]
  /// Symbols that stand for a state where no word does.
  package var symbols: [Unicode.Scalar: TaskState]
  package var columns: [String: Column]
  /// Header names of tables that list something else than tasks.
  package var foreignColumns: Set<String>
  package var sections: [String: SectionKind]
  /// States that, alone in a heading, are those of the tasks below it.
  package var boardStates: Set<String>
  /// Words in a heading that announce tasks in bullets below it.
  package var backlogWords: Set<String>
  /// What a unit of work is called before its id: `Task 1.1`, `Story 0.3`.
  package var kindWords: [String]
  /// Words that a group's heading begins with.
  package var groupWords: Set<String>
  package var phrases: [DependencyPhrase]
  /// Words that say that something is not there, so that a blocked task waits for it.
  package var absencePhrases: [String]
  /// What stands where there is no dependency.
  package var noDependency: Set<String>
  package var events: [EventPhrase]
  /// Nouns that several owners can share in the plural: `A · B Guilds`.
  package var ownerNouns: Set<String>
  /// Other names of owners, each with the one that they go by.
  package var ownerAliases: [String: String] = [:]
  /// First segments that look like those of ids and never are: `SHA-256`, `RFC-3339`.
  package var foreignIDs: Set<String>
  /// First parts of ids that name something else than work: requirements, criteria, risks.
  package var foreignKinds: Set<String>

  /// A column of a table, or a field of a block.
  package enum Column: String, Sendable, CaseIterable {
    case number, id, status, dependencies, owners, definition, criteria, estimate, priority, notes, group, paths
    case date, update
    /// A sprint, in an index of sprints.
    case sprint
    /// The tasks of a plan group: `Tasks: OPS-1 (3 d), -2 (2 d)`.
    case tasks

    /// The place among all cases. (The hash of a column's name is slow.)
    package var ordinal: Int {
      switch self {
      case .number: 0
      case .id: 1
      case .status: 2
      case .dependencies: 3
      case .owners: 4
      case .definition: 5
      case .criteria: 6
      case .estimate: 7
      case .priority: 8
      case .notes: 9
      case .group: 10
      case .paths: 11
      case .date: 12
      case .update: 13
      case .sprint: 14
      case .tasks: 15
      }
    }

    package static let count = allCases.count

    package func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
  }

  /// Words after which a dependency is named.
  package struct DependencyPhrase: Sendable, Hashable {
    package let text: String
    /// Said of dependencies and nothing else, so that it counts in running text too; the others count
    /// only in the cell or field for dependencies.
    package let isStrong: Bool

    package init(_ text: String, isStrong: Bool) {
      self.text = text
      self.isStrong = isStrong
    }
  }

  package struct EventPhrase: Sendable, Hashable {
    package let text: String
    package let event: LogEntry.Event

    package init(_ text: String, _ event: LogEntry.Event) {
      self.text = text
      self.event = event
    }
  }

  /// The words of a text in normal form.
  package static func words(of text: Bytes) -> [Substring] { words(ofNormalized: normalized(text)) }

  /// The words of a text outside of some of its parts, which stand in order.
  package static func words(of text: Bytes, besides parts: [ByteRange]) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    for part in parts {
      words += self.words(of: text[start..<max(start, part.lower)])
      start = max(start, part.upper)
    }
    return words + self.words(of: text[start...])
  }

  /// The words of a text that is in normal form.
  package static func words(ofNormalized text: String) -> [Substring] {
    let bytes = text.utf8.span
    var words: [Substring] = []
    words.reserveCapacity(4)
    var start = text.startIndex
    for place in bytes.indices where bytes[place] == 0x20 {
      let end = text.utf8.index(text.startIndex, offsetBy: place)
      words.append(text[start..<end])
      start = text.utf8.index(after: end)
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }

  /// The number of words of a text.
  package static func wordCount(of text: Bytes) -> Int {
    var blanks = 0
    var isEmpty = true
    let isASCII = visitNormalForm(of: text.span) { byte in
      isEmpty = false
      if byte == 0x20 { blanks += 1 }
      return true
    }
    guard isASCII else { return words(of: text).count }
    return isEmpty ? 0 : blanks + 1
  }

  /// Letters and digits in lower case, words parted by one blank, everything else left out.
  package static func normalized(_ text: Bytes) -> String {
    let bytes = text.span
    var isASCII = true
    let normalized = unsafe String(unsafeUninitializedCapacity: text.count) { buffer in
      var count = 0
      isASCII = visitNormalForm(of: bytes) { byte in
        unsafe buffer[count] = byte
        count += 1
        return true
      }
      return count
    }
    return isASCII ? normalized : normalizedScalars(text)
  }

  /// Goes through the bytes of a text in normal form for as long as `body` wants more; false where a byte is not ASCII.
  @inline(__always)
  static func visitNormalForm(of text: Span<UInt8>, _ body: (UInt8) -> Bool) -> Bool {
    let forms = normalForms.span
    var isBegun = false
    var isWaiting = false
    for index in text.indices {
      let form = forms[Int(text[index])]
      guard form != 0 else {
        isWaiting = isBegun
        continue
      }
      guard form < 0x80 else { return false }
      if isWaiting {
        guard body(0x20) else { return true }
        isWaiting = false
      }
      isBegun = true
      guard body(form) else { return true }
    }
    return true
  }

  /// By byte, what it is in normal form; 0 where it parts words, and itself where it is not ASCII.
  private static let normalForms: [UInt8] = (UInt8.min ... .max).map { byte in
    byte.isWord || byte == UInt8(ascii: "#") ? byte.lowercased : byte < 0x80 ? 0 : byte
  }

  /// The same for a text with letters outside ASCII.
  private static func normalizedScalars(_ text: Bytes) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isWaiting = false
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        guard byte.isWord || byte == UInt8(ascii: "#") else {
          isWaiting = true
          continue
        }
        if isWaiting, !result.isEmpty { result.append(0x20) }
        isWaiting = false
        result.append(byte.lowercased)
      } else {
        let (scalar, length) = text.scalar(at: index)
        defer { index += length }
        guard scalar.properties.isAlphabetic else {
          isWaiting = true
          continue
        }
        if isWaiting, !result.isEmpty { result.append(0x20) }
        isWaiting = false
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
