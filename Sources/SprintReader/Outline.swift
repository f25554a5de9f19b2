import SprintMarkdown
import SprintModel
import SprintSource

/// A document as sections: each heading with the blocks up to the next one.
struct Outline {
  struct Section {
    /// Nil for what stands above the first heading.
    let heading: Heading?
    let blocks: [Block]
    /// What the section is for; a section inside another is for the same, unless its heading says otherwise.
    let kind: SectionKind
    /// Whether its own heading says what it is for.
    let isNamed: Bool
    /// Whether this heading, or one that it stands under, announces tasks.
    let announcesTasks: Bool
    /// The place of the section that this one stands in.
    let parent: Int?
  }

  let sections: [Section]

  init(_ document: MarkdownDocument, of file: SourceFile, _ vocabulary: Vocabulary) {
    var sections: [Section] = []
    var path: [(level: Int, section: Int)] = []
    var heading: Heading?
    var blocks: [Block] = []
    func close() {
      if heading == nil, blocks.isEmpty { return }
      let level = heading?.level ?? 0
      while let last = path.last, last.level >= level { path.removeLast() }
      let parent = path.last.map { sections[$0.section] }
      let title = heading.map { file.slice($0.text) } ?? []
      let own = Self.kind(of: title, vocabulary)
      let announces = Vocabulary.normalized(title).split(separator: " ").contains { vocabulary.backlogWords.contains(String($0)) }
      // The title of the document announces nothing: all of it stands under the title.
      let isTitle = level <= 1
      sections.append(
        Section(
          heading: heading, blocks: blocks, kind: own ?? parent?.kind ?? .other, isNamed: own != nil,
          announcesTasks: (announces && !isTitle) || (own == nil && (parent?.announcesTasks ?? false)) || own == .tracker,
          parent: path.last?.section))
      path.append((level, sections.count - 1))
    }
    for block in document.blocks {
      if case .heading(let next) = block {
        close()
        heading = next
        blocks = []
      } else {
        blocks.append(block)
      }
    }
    close()
    self.sections = sections
  }

  /// The heading, without a number before it and a remark in brackets after it, in the vocabulary.
  private static func kind(of title: Bytes, _ vocabulary: Vocabulary) -> SectionKind? {
    let start = title.firstIndex { !$0.isDigit && !$0.isSpace && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ")") } ?? title.startIndex
    let rest = title[start...]
    return vocabulary.sections[Vocabulary.normalized(rest)]
      ?? vocabulary.sections[Vocabulary.normalized(rest.prefix { $0 != UInt8(ascii: "(") })]
  }
}
