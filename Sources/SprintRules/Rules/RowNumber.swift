import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let rowNumber = Rule(
    "SM106", "row-number", .warning,
    Documentation(
      "a number in the # column stands twice, or out of order",
      why: """
        People say "row 7", and there are two of them: most often a row was copied and its number left. Rows
        that are sorted by something else, such as their state, keep their numbers.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |
        | 2 | APP-10-003 | TODO | None | App Guild | Ship. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | P1 | APP-10-000 | TODO | None | App Guild | Prepare. |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |
        | 4 | APP-10-003 | TODO | None | App Guild | Ship. |
        """,
      remedy: "Number the rows anew; `--fix` does, from the first number of the table on.", fix: .safe),
    .sprint { context, report in
      // Asked once a file, and only where there is a finding.
      var known: Bool?
      for table in context.tables {
        guard let labels = numbers(of: table, context), let (message, label) = fault(labels, context) else { continue }
        let row = labels[label]
        let areNumbersUsed = known ?? refersToRows(context)
        known = areNumbersUsed
        report.add(
          message, at: row.text.range, in: context.index, task: context.task(row.row),
          help: "number the rows anew",
          fixes: renumbering(labels, table, areNumbersUsed ? .unsafe : .safe).map { [$0] } ?? [])
      }
    })

  private struct Label {
    let row: TaskRow
    let text: LocatedText
    let number: Int
  }

  /// The numbers of a table's rows; nil where other labels than numbers and those of preparation rows stand there.
  private static func numbers(of table: TaskTable, _ context: SprintContext) -> [Label]? {
    var labels: [Label] = []
    for row in context.rows[table.rows] {
      guard let text = context.sprint.tasks[row.tasks.lowerBound].row else { continue }
      let label = text.bytes
      if (1..<7).contains(label.count), label.allSatisfy(\.isDigit) {
        let number = label.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        labels.append(Label(row: row, text: text, number: number))
      } else if !(label.first?.isUpper ?? false) {
        return nil
      }
    }
    // Numbers far beyond the rows are names of something, such as issues.
    guard labels.count > 1, labels.allSatisfy({ $0.number <= table.rows.count * 4 + 20 }) else { return nil }
    return labels
  }

  /// What is wrong with the numbers, and the label to point at.
  private static func fault(_ labels: [Label], _ context: SprintContext) -> (message: String, label: Int)? {
    let numbers = labels.map(\.number)
    guard zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) else { return nil }
    var first: [Int: Int] = [:]
    var repeated: [Int] = []
    for (place, number) in numbers.enumerated() {
      if first[number] == nil { first[number] = place } else { repeated.append(place) }
    }
    if let place = repeated.first {
      // Each part of the table counts from 1: they are numbers within the parts.
      guard !countsAnew(numbers) else { return nil }
      let values = repeated.map { numbers[$0] }
      let others = Set(values).count - 1
      let more = others > 0 ? ", and so \(others == 1 ? "does" : "do") \(Words.counted(others, "other number"))" : ""
      return ("row number \(numbers[place]) stands twice\(more)", place)
    }
    let falls = numbers.indices.dropFirst().filter { numbers[$0] < numbers[$0 - 1] }
    // Where many numbers fall, the rows are sorted by something else.
    guard let place = falls.first, falls.count * 4 <= numbers.count, !isSorted(labels, falls, context) else {
      return nil
    }
    return ("row number \(numbers[place]) stands after \(numbers[place - 1])", place)
  }

  private static func countsAnew(_ numbers: [Int]) -> Bool {
    numbers.first == 1
      && numbers.indices.dropFirst().allSatisfy { place in
        numbers[place] == numbers[place - 1] + 1 || (numbers[place] == 1 && numbers[place - 1] > 1)
      }
  }

  /// Whether the numbers fall only where the state changes, and each state stands in one place.
  private static func isSorted(_ labels: [Label], _ falls: [Int], _ context: SprintContext) -> Bool {
    let states = labels.map { context.task($0.row).state }
    let changes = states.indices.dropFirst().filter { states[$0] != states[$0 - 1] }
    return changes.count + 1 == Set(states).count && falls.allSatisfy(changes.contains)
  }

  private static func renumbering(_ labels: [Label], _ table: TaskTable, _ applicability: Fix.Applicability) -> Fix? {
    // A row that declares no task may have a number too.
    guard table.isUnbroken, let start = labels.map(\.number).min() else { return nil }
    let edits = labels.enumerated().compactMap { place, label in
      label.number == start + place ? nil : TextEdit(label.text.range, String(start + place))
    }
    return Fix("number the rows anew", applicability, edits)
  }

  /// Whether the text speaks of rows by their numbers: `#7`, `row 7`, `Tasks 3 and 4`, `no. 2`; a capital makes no
  /// difference, and so words are looked for without their first letter.
  private static func refersToRows(_ context: SprintContext) -> Bool {
    let text = Bytes(context.file.text)
    func number(at place: Int) -> Bool { place < text.endIndex && text[place].isDigit }
    var index = text.startIndex
    while let place = text.firstIndex(of: UInt8(ascii: "#"), from: index) {
      if number(at: place + 1) { return true }
      index = place + 1
    }
    for word in ["ow ", "ows ", "ask ", "asks ", "tem ", "tems ", "o. ", "r. ", "tep ", "teps ", "ine ", "ines "] {
      var index = text.startIndex
      while let found = text.firstRange(of: Bytes(word), from: index) {
        if number(at: found.upperBound) { return true }
        index = found.upperBound
      }
    }
    return false
  }
}
