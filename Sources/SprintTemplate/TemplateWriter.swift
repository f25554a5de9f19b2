import SprintLinker
import SprintMarkdown
import SprintModel
import SprintReader
import SprintSource

/// Puts a document together in the order of the standard template.
struct TemplateWriter {
  private let layout: SourceLayout
  private let plan: SectionPlan
  private let way: StandardTemplate.Way
  /// The sections that the tracker is made of.
  private let trackers: Set<Int>
  private let closing: [UInt8]?
  /// The last line of the source that is not blank.
  private let lastLine: Int
  private let tasks: TaskTableWriter
  private let log: LogTableWriter
  private var lines: [[UInt8]] = []
  /// The number of the next row that has none of its own.
  private var nextNumber = 1
  private var hasTable = false
  /// The lines above the first heading.
  private var top = 1..<1

  /// A part of a section.
  private enum Piece {
    case text([Int])
    /// Rows, as places in the layout's.
    case rows([Int])
  }

  init(_ layout: SourceLayout, _ tasks: TaskTableWriter, _ way: StandardTemplate.Way) {
    self.layout = layout
    self.way = way
    plan = SectionPlan(layout, movesRowsAlone: way.movesRowsAlone)
    trackers = Set(plan.places[.tracker] ?? [])
    self.tasks = tasks
    closing = layout.closing
    let count = layout.context.file.lines.lineCount
    lastLine = stride(from: count, to: 0, by: -1).first { !layout.isBlank($0) } ?? 0
    log = LogTableWriter(context: layout.context, surplus: layout.surplus, breaks: way.breaks)
  }

  private var sections: [Outline.Section] { layout.outline.sections }
  private var file: SourceFile { layout.context.file }

  mutating func text() -> [UInt8] {
    writeTop()
    for kind in SectionKind.allCases where kind.standardHeading != nil { write(kind) }
    for index in plan.others {
      writeSection(index, shift: min(0, 2 - sections[index].level))
    }
    return bytes
  }

  // MARK: The top

  private mutating func writeTop() {
    for line in 1..<layout.firstLine { lines.append(layout.text(ofLine: line)) }
    // What stands above the first heading.
    let first = sections.first { $0.heading != nil }?.heading.map { layout.line($0.range.lower) }
    top = layout.firstLine..<max(layout.firstLine, first ?? file.lines.lineCount + 1)
    append(above(rowsOf: top))
    // At the start of a file a byte order mark is none of its text; below a blank line it is.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if let first = lines.first, first.starts(with: mark), !file.text.starts(with: mark) { lines.insert([], at: 0) }
    let text = plan.title.flatMap { sections[$0].heading }.map { layout.text(of: $0) }
    if !lines.isEmpty, !isBlank(lines[lines.count - 1]) { lines.append([]) }
    if let text, lines.isEmpty, file.text.starts(with: [0xEF, 0xBB, 0xBF]) {
      lines.append([0xEF, 0xBB, 0xBF] + Array("# ".utf8) + text)
    } else {
      lines.append(Array("# ".utf8) + (text ?? Array(title.utf8)))
    }
    if let title = plan.title { write(above(rowsOf: layout.body(of: title))) }
  }

  /// What stands above the first row of a part of the document that is no section of the tracker; all, where it has none.
  private func above(rowsOf body: Range<Int>) -> [Piece] {
    pieces(body.lowerBound..<(firstRow(in: body) ?? body.upperBound), besides: true)
  }

  private func firstRow(in body: Range<Int>) -> Int? {
    body.first { layout.rowsOnLine[$0] != nil }
  }

  /// What a sprint without a title is called.
  private var title: String {
    let slug = layout.sprint.slug
    guard let number = layout.sprint.numberInName else { return slug }
    let rest = slug.dropFirst("SPRINT_".count + number.count).split(separator: "_").joined(separator: " ")
    return "Sprint \(number)" + (rest.isEmpty ? "" : " · \(rest)")
  }

  // MARK: Sections

  private mutating func write(_ kind: SectionKind) {
    guard let heading = kind.standardHeading else { return }
    startBlock()
    let places = plan.places[kind] ?? []
    let main = self.main(of: kind, places)
    let comments = main.flatMap { sections[$0].heading }.map { layout.comments(behind: $0) } ?? []
    lines.append(Array("## \(heading)".utf8) + comments)
    var own = main.map { pieces($0) } ?? []
    if kind == .log {
      // Rows that no table holds would be the table's, did they follow it.
      let (stray, rest) = (own.filter(holdsRows), own.filter { !holdsRows($0) })
      write(stray)
      write(table: log.lines(of: layout.entries))
      own = rest
    }
    if kind == .tracker { own = strayPieces(besides: own) }
    write(own)
    if let main { for child in plan.remaining(in: main) { writeSection(child, shift: 2 - sections[main].level) } }
    for index in places where index != main { writeSection(index, shift: 3 - sections[index].level) }
    if kind == .tracker, !hasTable { write(table: tasks.lines(of: [], next: &nextNumber)) }
  }

  /// Whether a text holds what looks like rows outside a table.
  private func holdsRows(_ piece: Piece) -> Bool {
    guard case .text(let numbers) = piece else { return false }
    return numbers.contains { CellScanner.looksLikeRow(Bytes(layout.text(ofLine: $0))) }
  }

  /// The section whose heading is, or says as much as, that of the template.
  private func main(of kind: SectionKind, _ places: [Int]) -> Int? {
    func name(_ index: Int) -> String {
      sections[index].heading.map { Vocabulary.normalized(layout.context.slice($0.text)) } ?? ""
    }
    let standard = Vocabulary.normalized(Bytes(kind.standardHeading ?? ""))
    if let found = places.first(where: { name($0) == standard }) { return found }
    // Below the title of a task, a heading may be a field's.
    guard !way.keepsDocument else { return nil }
    let vocabulary = layout.context.vocabulary
    let isSynonym = { (index: Int) in
      vocabulary.sections[name(index)] == kind
        || kind == .tracker
          && name(index).split(separator: " ").allSatisfy {
            vocabulary.backlogWords.contains(String($0)) && !vocabulary.groupWords.contains(String($0))
          }
    }
    return places.count(where: isSynonym) == 1 ? places.first(where: isSynonym) : nil
  }

  /// A section with all that stands in it and is not moved elsewhere, its headings moved by some levels.
  private mutating func writeSection(_ index: Int, shift: Int) {
    let section = sections[index]
    let pieces = pieces(index)
    let hasRows = pieces.contains { if case .rows = $0 { true } else { false } }
    if let heading = section.heading, layout.isHeadingCarried(index) || hasRows {
      startBlock()
      let level = min(6, max(1, section.level + shift))
      if section.level == 1, shift > 0, layout.namesGroup(heading) {
        // Below the title it would make a group of what it never kept together.
        lines.append(layout.text(of: heading))
        lines.append([])
      } else if level == section.level, shift == 0, isPlain(heading) {
        for line in layout.lines(of: heading.range) { lines.append(layout.text(ofLine: line)) }
      } else {
        lines.append(
          Array(String(repeating: "#", count: level).utf8) + [0x20] + layout.text(of: heading))
      }
    }
    write(pieces)
    for child in plan.remaining(in: index) { writeSection(child, shift: shift) }
  }

  /// Whether a heading is written with `#`.
  private func isPlain(_ heading: Heading) -> Bool {
    layout.context.slice(heading.range).first == UInt8(ascii: "#")
  }

  // MARK: Pieces

  /// What a section holds, with the rows of the tasks that are headings below it.
  private func pieces(_ index: Int) -> [Piece] {
    let isElsewhere = !isInTracker(index)
    var result = pieces(layout.body(of: index), besides: isElsewhere)
    guard !isElsewhere, let rows = layout.rowsOfBlocks[index] else { return result }
    if case .rows(let before)? = result.last {
      result[result.count - 1] = .rows(before + rows)
    } else {
      result.append(.rows(rows))
    }
    return result
  }

  private func isInTracker(_ index: Int) -> Bool {
    var place: Int? = index
    while let section = place {
      if trackers.contains(section) { return true }
      place = sections[section].parent
    }
    return false
  }

  /// The lines that are carried along, and the rows in their places among them, unless they go elsewhere.
  private func pieces(_ body: Range<Int>, besides leavesRows: Bool = false) -> [Piece] {
    var result: [Piece] = []
    var text: [Int] = []
    // Whether all text since the last rows was said below them.
    var isOwn = true
    func isStray(_ rows: [Int]) -> Bool {
      rows.contains { layout.strayRows.contains(layout.range(of: layout.rows[$0])) }
    }
    for line in body {
      if !leavesRows, let rows = layout.rowsOnLine[line] {
        let place = result.lastIndex { if case .rows = $0 { true } else { false } }
        if let place, case .rows(let before) = result[place], isOwn || isStray(rows) {
          result[place] = .rows(before + rows)
        } else {
          if text.contains(where: { !layout.isBlank($0) }) { result.append(.text(text)) }
          text = []
          result.append(.rows(rows))
        }
        isOwn = true
      }
      guard layout.isCarried[line] else { continue }
      if let header = layout.headersAbove[line] {
        // A table needs a blank line above it, or it goes on with what stands there.
        if let last = text.last, !layout.isBlank(last) { text.append(0) }
        text += header
      }
      if !layout.isBlank(line), !layout.isListing[line] { isOwn = false }
      // Where lines are left out between two blank ones, one is enough.
      if layout.isBlank(line), let last = text.last, layout.isBlank(last), last + 1 < line { continue }
      text.append(line)
    }
    if text.contains(where: { !layout.isBlank($0) }) { result.append(.text(text)) }
    return result
  }

  // MARK: Writing

  private mutating func write(_ pieces: [Piece]) {
    for piece in pieces {
      switch piece {
      case .text(let numbers): append([.text(numbers)])
      case .rows(let rows):
        hasTable = true
        write(table: tasks.lines(of: rows.map { layout.rows[$0] }, next: &nextNumber))
      }
    }
  }

  private mutating func write(table: [[UInt8]]) {
    startBlock()
    lines += table
  }

  private mutating func append(_ pieces: [Piece]) {
    for case .text(let numbers) in pieces {
      let first = numbers.firstIndex { !layout.isBlank($0) } ?? numbers.endIndex
      let last = numbers.lastIndex { !layout.isBlank($0) } ?? numbers.startIndex
      guard first <= last else { continue }
      let isBelowHeading = lines.last?.first == UInt8(ascii: "#")
      if let end = lines.last, !isBlank(end), !isBelowHeading || first > numbers.startIndex { lines.append([]) }
      lines += numbers[first...last].map { layout.text(ofLine: $0) }
      if let closing, numbers[first...last].last == lastLine { lines.append(closing) }
    }
  }

  /// A blank line before what follows, where there is none.
  private mutating func startBlock() { if let last = lines.last, !isBlank(last) { lines.append([]) } }

  private func isBlank(_ line: [UInt8]) -> Bool { line.allSatisfy(\.isSpace) }

  /// What the tracker begins with: rows that stand outside the sections that go there, and what follows them; then
  /// what its own section holds.
  private func strayPieces(besides own: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for body in [top] + (plan.title.map { [layout.body(of: $0)] } ?? []) {
      if let row = firstRow(in: body) { result += pieces(row..<body.upperBound) }
    }
    var rows = layout.rowsOfDocument
    for index in sections.indices where sections[index].heading != nil && !isInTracker(index) {
      if index != plan.title { rows += layout.body(of: index).flatMap { layout.rowsOnLine[$0] ?? [] } }
      rows += layout.rowsOfBlocks[index] ?? []
    }
    if !rows.isEmpty { result.append(.rows(rows.sorted())) }
    result += own
    return result.reduce(into: []) { merged, piece in
      if case .rows(let more) = piece, case .rows(let before)? = merged.last {
        merged[merged.count - 1] = .rows(before + more)
      } else {
        merged.append(piece)
      }
    }
  }

  private var bytes: [UInt8] {
    let first = file.text.prefix { $0 != 0x0A }
    let end: [UInt8] = first.last == 0x0D ? [0x0D, 0x0A] : [0x0A]
    var lines = lines
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    return Array(lines.joined(separator: end)) + end
  }
}
