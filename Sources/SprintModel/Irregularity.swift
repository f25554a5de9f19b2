package import SprintSource

/// Something in the layout of a tracker that a reader of the rendered page would not see, or see wrongly.
package struct Irregularity: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A row with more or fewer cells than the header.
    case cellCount(found: Int, expected: Int, dropped: LocatedText?, pipesInCode: [Int])
    /// A line break inside a cell made several lines of one row; the breaks are given.
    case splitRow(breaks: [ByteRange])
    /// A row that no table holds; the last row of the table that it was cut off from is given, or the dashes.
    case orphanRow(below: ByteRange)
    /// A row of the log in another section, whose heading is given.
    case misplacedLogRow(section: String?, entry: LogEntry)
    /// A row with a state among tasks, which names none; its cell for the id is given.
    case unnamedTask(LocatedText)
    /// The front matter is no YAML.
    case frontMatter(String, help: String?)
  }

  package let kind: Kind
  package let range: ByteRange

  package init(_ kind: Kind, at range: ByteRange) {
    self.kind = kind
    self.range = range
  }

  /// The last row of the table that a row was cut off from; nil for other irregularities.
  package var tableAbove: ByteRange? {
    if case .orphanRow(let above) = kind { above } else { nil }
  }
}
