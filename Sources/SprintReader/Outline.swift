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
    package let blocks: ArraySlice<Block>
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
    let blocks = document.blocks
    var start = 0
    for place in 0...blocks.count {
      var next: Heading?
      if place < blocks.count {
        guard case .heading(let found) = blocks[place] else { continue }
        next = found
      }
      if heading != nil || start < place { close(heading, blocks[start..<place], &path, context) }
      heading = next
      start = place + 1
    }
  }

  /// How many rows the tables have that stand in sections for something else.
  func rows(besides kind: SectionKind) -> Int {
    var rows = 0
    for section in sections.indices where sections[section].kind != kind {
      for place in sections[section].blocks.indices {
        if case .table(let table) = sections[section].blocks[place] { rows += table.rows.count }
      }
    }
    return rows
  }

  /// The places of the sections inside this one.
  package func descendants(of index: Int) -> Range<Int> {
    let level = sections[index].level
    let end = sections[(index + 1)...].firstIndex { $0.level <= level } ?? sections.count
    return (index + 1)..<end
  }

  private mutating func close(
    _ heading: Heading?, _ blocks: ArraySlice<Block>, _ path: inout [Int], _ context: ReadingContext
  ) {
    let level = heading?.level ?? 0
    while let last = path.last, sections[last].level >= level { path.removeLast() }
    let parent = path.last
    let name = heading.map { context.sectionNames.name(of: context.slice($0.text)) } ?? SectionNames.Name()
    let own = name.kind
    let announces = name.namesTasks || name.state != nil || own == .tracker
    // The title of the document announces little: all of it stands under the title.
    let isTitle = level <= 1
    sections.append(
      Section(
        heading: heading, name: name.words, blocks: blocks, kind: own ?? parent.map { sections[$0].kind } ?? .other,
        isNamed: own != nil,
        announcesTasks: (announces && !isTitle)
          || (own == nil && (parent.map { sections[$0].announcesTasks } ?? false)),
        isInTaskList: (isTitle && name.beginsList)
          || (own == nil && (parent.map { sections[$0].isInTaskList } ?? false)),
        state: name.state ?? (own == nil ? parent.flatMap { sections[$0].state } : nil), parent: parent))
    // What stands above the first heading holds no other section.
    if heading != nil { path.append(sections.count - 1) }
  }
}
