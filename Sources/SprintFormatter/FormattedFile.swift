package import SprintSource

/// What came of formatting a file. Nothing has been written.
package struct FormattedFile: Sendable, Equatable {
  package enum Result: Sendable, Equatable {
    /// It is formatted already.
    case unchanged
    /// It is to hold this text.
    case changed([UInt8])
    /// It arrived damaged, and its text is another than that on disk.
    case damaged(RepairKind)
    /// It exceeds a limit, and was not read.
    case tooLarge(Excess)
    /// A guarantee would be broken: a defect of the formatter.
    case refused(Guarantee)
  }

  package let result: Result
  /// The tables that are left as they are, each at its header.
  package let leftTables: [ByteRange]

  package init(_ result: Result, leftTables: [ByteRange] = []) {
    self.result = result
    self.leftTables = leftTables
  }
}
