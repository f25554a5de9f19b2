import SprintModel

/// A value for some of the columns of the vocabulary.
struct PerColumn<Value> {
  /// By the ordinal of the column; none before the first is put in.
  private var values: [Value?] = []

  subscript(column: Vocabulary.Column) -> Value? {
    get { values.isEmpty ? nil : values[column.ordinal] }
    set {
      if values.isEmpty { values = [Value?](repeating: nil, count: Vocabulary.Column.count) }
      values[column.ordinal] = newValue
    }
  }
}
