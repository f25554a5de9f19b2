package import SprintMarkdown
package import SprintModel
import SprintSource

/// A document as sections: each heading with the blocks up to the next one.
package struct Outline {
  package struct Section {
    /// Nil for what stands above the first heading.
    package let heading: Heading?
    /// The words of the heading in the vocabulary's normal form; empty where there is none.
    let name: String
    package let blocks: [Block]
    /// What the section is for; a section inside another is for the same, unless its heading says otherwise.
    package let kind: SectionKind
    /// Whether its own heading says what it is for.
    package let isNamed: Bool
    /// Whether this heading, or one that it stands under, announces tasks.
    package let announcesTasks: Bool
    /// Whether the title of the document announces them: then bullets with a box are meant.
    let isInTaskList: Bool
    /// The state that this heading, or the nearest that it stands under, gives to the tasks below.
    let state: Status?
    /// The place of the section that this one stands in.
    package let parent: Int?

    package var level: Int { heading?.level ?? 0 }
  }

  package private(set) var sections: [Section] = []

  package init(_ document: MarkdownDocument, _ context: ReadingContext) {
    var path: [Int] = []
    var heading: Heading?
    var blocks: [Block] = []
    for block in document.blocks {
      if case .heading(let next) = block {
        close(heading, blocks, &path, context)
        heading = next
        blocks = []
      } else {
        blocks.append(block)
      }
    }
    close(heading, blocks, &path, context)
  }

  /// The places of the sections inside this one.
  package func descendants(of index: Int) -> Range<Int> {
    let level = sections[index].level
    let end = sections[(index + 1)...].firstIndex { $0.level <= level } ?? sections.count
    return (index + 1)..<end
  }

  private mutating func close(_ heading: Heading?, _ blocks: [Block], _ path: inout [Int], _ context: ReadingContext) {
    if heading == nil, blocks.isEmpty { return }
    let level = heading?.level ?? 0
    while let last = path.last, sections[last].level >= level { path.removeLast() }
    let parent = path.last
    let title = heading.map { context.slice($0.text) } ?? []
    let name = Vocabulary.normalized(title)
    let state = Self.state(of: title, name, context)
    let words = Vocabulary.words(ofNormalized: name)
    let namesTasks = words.contains { context.backlogWords.contains($0) }
    // `Risks Identified`, `Technical Risks`.
    let own =
      Self.kind(of: title, name, context.vocabulary.sections)
      ?? (words.contains("risks") && !namesTasks ? .decisions : nil)
    let announces = namesTasks || state != nil || own == .tracker
    // The title of the document announces little: all of it stands under the title.
    let isTitle = level <= 1
    let isTaskList = isTitle && (words.first.map { Self.listWords.contains(String($0)) } ?? false)
    sections.append(
      Section(
        heading: heading, name: name, blocks: blocks, kind: own ?? parent.map { sections[$0].kind } ?? .other,
        isNamed: own != nil,
        announcesTasks: (announces && !isTitle)
          || (own == nil && (parent.map { sections[$0].announcesTasks } ?? false)),
        isInTaskList: isTaskList || (own == nil && (parent.map { sections[$0].isInTaskList } ?? false)),
        state: state ?? (own == nil ? parent.flatMap { sections[$0].state } : nil), parent: parent))
    // What stands above the first heading holds no other section.
    if heading != nil { path.append(sections.count - 1) }
  }

  /// The heading, without a number before it and a remark in brackets after it, in the vocabulary.
  private static func kind(of title: Bytes, _ name: String, _ kinds: [String: SectionKind]) -> SectionKind? {
    let start =
      title.firstIndex { !$0.isDigit && !$0.isSpace && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ")") }
      ?? title.startIndex
    let rest = title[start...]
    if let kind = kinds[start == title.startIndex ? name : Vocabulary.normalized(rest)] { return kind }
    guard let remark = rest.firstIndex(of: UInt8(ascii: "(")) else { return nil }
    return kinds[Vocabulary.normalized(rest[..<remark])]
  }

  /// The state that a heading is, on a board: `📋 Todo`, `In Progress (3)`, `Completed Tasks`.
  private static func state(of title: Bytes, _ name: String, _ context: ReadingContext) -> Status? {
    let head = title.prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ":") }
    let words = head.count == title.count ? name : Vocabulary.normalized(head)
    let term = boardNouns.reduce(words) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
    guard context.vocabulary.boardStates.contains(term), let state = context.vocabulary.states[term] else { return nil }
    return Status(state: state, text: Located(title.trimmed))
  }

  private static let listWords: Set<String> = ["tasks", "backlog", "todo", "todos"]
  private static let boardNouns = [" tasks", " items", " stories", " work", " tickets", " issues"]
}
