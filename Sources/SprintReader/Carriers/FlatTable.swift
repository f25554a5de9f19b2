import SprintSource

/// A table in a flattened line.
struct FlatTable {
  /// From the first byte of its header row to the end of its last row.
  let range: ByteRange
  /// Where the rows begin: the delimiter row, then the rows of the body.
  let rows: [Int]
  let delimiter: ByteRange
  let columns: Int
  /// The first pipe behind the table, by its place among the pipes of the line.
  fileprivate let nextPipe: Int
}

extension FlatLine {
  /// The tables of the line; a delimiter row tells where one is and how many columns it has.
  func tables() -> [FlatTable] {
    let headings = marks.lazy.filter { $0.kind == .heading }.map(\.offset)
    var limits = headings.makeIterator()
    var limit = limits.next() ?? text.endIndex
    var tables: [FlatTable] = []
    var pipe = 0
    while pipe < pipes.count {
      while limit < pipes[pipe], limit < text.endIndex { limit = limits.next() ?? text.endIndex }
      let first = tables.last?.nextPipe ?? 0
      if let table = pipedTable(delimitedFrom: pipe, noEarlierThan: first)
        ?? pipelessTable(delimitedFrom: pipe, noEarlierThan: first, upTo: limit)
      {
        tables.append(table)
        pipe = table.nextPipe
      } else {
        pipe += 1
      }
    }
    return tables
  }

  /// Whether a row can end with a pipe: what follows is another row, the end, or a block of another kind.
  func isRowEnd(_ pipe: Int) -> Bool {
    guard pipe < pipes.count else { return false }
    if pipe + 1 < pipes.count, isBlank(from: pipes[pipe] + 1, to: pipes[pipe + 1]) { return true }
    let next = contentStart(from: pipes[pipe] + 1)
    guard next < text.endIndex else { return true }
    guard text[next - 1].isBlank else { return false }
    switch text.flatMark(at: next, words: words) {
    case .heading, .quote, .bullet, .boldLabel, .rule: return true
    default: return text.hasPrefix("<!--", at: next)
    }
  }

  // MARK: Tables with outer pipes

  private func pipedTable(delimitedFrom start: Int, noEarlierThan first: Int) -> FlatTable? {
    guard isDelimiterCell(after: start), start == 0 || !isDelimiterCell(after: start - 1) else { return nil }
    let end = delimiterEnd(from: start)
    let columns = end - start
    let header = start - 1 - columns
    guard columns > 1, header >= first, isBlank(from: pipes[start - 1] + 1, to: pipes[start]) else { return nil }
    guard pipes[header] == text.startIndex || text[pipes[header] - 1].isBlank else { return nil }

    var rows = [pipes[start]]
    var last = end
    while last + 1 < pipes.count, isBlank(from: pipes[last] + 1, to: pipes[last + 1]),
      let close = rowEnd(from: last + 1, columns: columns)
    {
      rows.append(pipes[last + 1])
      last = close
    }
    return FlatTable(
      range: ByteRange(pipes[header], pipes[last] + 1), rows: rows, delimiter: ByteRange(pipes[start], pipes[end] + 1),
      columns: columns, nextPipe: last + 1)
  }

  /// The pipe that closes the row that `open` begins.
  ///
  /// A row may have fewer or more cells than the header. Its end is then the place nearest to the
  /// expected one from which the next row comes out even.
  private func rowEnd(from open: Int, columns: Int) -> Int? {
    let expected = open + columns
    if isRowEnd(expected) { return expected }
    for shift in 1...min(columns, 12) {
      for close in [expected - shift, expected + shift] where close > open && close + 1 < pipes.count {
        guard isRowEnd(close) else { continue }
        let isFollowedByRow = isBlank(from: pipes[close] + 1, to: pipes[close + 1])
        if !isFollowedByRow || isRowEnd(close + 1 + columns) { return close }
      }
    }
    // The last row; what follows is text.
    return expected < pipes.count ? expected : open < pipes.count - 1 ? pipes.count - 1 : nil
  }

  // MARK: Tables without outer pipes

  private func pipelessTable(
    delimitedFrom start: Int, noEarlierThan first: Int, upTo limit: Int
  ) -> FlatTable? {
    let leading = word(before: pipes[start])
    guard leading.isDelimiter(ofAtLeast: 3), start > 0, !isDelimiterCell(after: start - 1) else { return nil }
    let end = delimiterEnd(from: start)
    let trailing = word(after: pipes[end])
    guard trailing.isDelimiter(ofAtLeast: 3) else { return nil }
    let columns = end - start + 2
    let header = start - columns + 1
    guard header >= first, header < start, end + 1 < pipes.count else { return nil }
    let headerEnd = contentEnd(before: pipes[header])
    let headerStart = words.headerStart(in: text, endingAt: headerEnd) ?? word(before: pipes[header]).startIndex

    let body = contentStart(from: trailing.endIndex)
    guard let shape = RowLead(text[body..<max(body, pipes[end + 1])].trimmed) else { return nil }
    var rows = [leading.startIndex, body]
    var separator = end + 1
    while separator + columns - 1 < pipes.count {
      // Past the last cell's own text, the next pipe follows the first cell of the next row.
      var next = separator + columns - 1
      var lead: Int?
      while next < pipes.count, pipes[next] < limit, lead == nil {
        lead = shape.start(in: text, before: contentEnd(before: pipes[next]), noEarlierThan: pipes[next - 1] + 1)
        if lead == nil { next += 1 }
      }
      guard let lead else { break }
      rows.append(lead)
      separator = next
    }
    let last = contentEnd(before: limit)
    let nextPipe = pipes[(end + 1)...].firstIndex { $0 >= last } ?? pipes.count
    return FlatTable(
      range: ByteRange(headerStart, last), rows: rows, delimiter: ByteRange(leading.startIndex, trailing.endIndex),
      columns: columns, nextPipe: nextPipe)
  }

  // MARK: Delimiter cells

  private func isDelimiterCell(after pipe: Int) -> Bool {
    guard pipe + 1 < pipes.count else { return false }
    return text[(pipes[pipe] + 1)..<pipes[pipe + 1]].trimmed.isDelimiter(ofAtLeast: 1)
  }

  private func delimiterEnd(from start: Int) -> Int {
    var end = start
    while isDelimiterCell(after: end) { end += 1 }
    return end
  }

  private func word(before offset: Int) -> Bytes {
    let end = contentEnd(before: offset)
    var start = end
    while start > text.startIndex, !text[start - 1].isSpace, text[start - 1] != UInt8(ascii: "|") { start -= 1 }
    return text[start..<end]
  }

  private func word(after offset: Int) -> Bytes {
    let start = contentStart(from: offset + 1)
    var end = start
    while end < text.endIndex, !text[end].isSpace, text[end] != UInt8(ascii: "|") { end += 1 }
    return text[start..<end]
  }
}

extension Bytes {
  /// Whether this is the cell of a delimiter row: `---`, `:--`, `--:`, `:-:`.
  fileprivate func isDelimiter(ofAtLeast length: Int) -> Bool {
    var dashes = self
    if dashes.first == UInt8(ascii: ":") { dashes.removeFirst() }
    if dashes.last == UInt8(ascii: ":") { dashes.removeLast() }
    return dashes.count >= length && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
