import SprintModel
import SprintSource

/// What was read before, in this file or in others by the same scanners.
final class ReadingMemory {
  var statuses = Memo<Status>()
  /// Headers of tables.
  var headers = Memo<ColumnMap>()
}
