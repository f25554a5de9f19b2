import SprintModel
import SprintSource

/// The bytes of a file that the model holds as values of tasks and of the log.
struct Coverage {
  /// In order, none touching the next.
  private var ranges: [ByteRange] = []

  init(_ sprint: Sprint) {
    var all: [ByteRange] = []
    for task in sprint.tasks {
      all += [task.id.range, task.label.range]
      // What is stated of a group stays with the group.
      let isOfGroup = task.group.map { sprint.groups[$0].status?.text.range == task.status.text.range } ?? false
      if !isOfGroup { all.append(task.status.text.range) }
      all += [task.row, task.dependencyText, task.definition, task.estimate, task.priority, task.notes].compactMap {
        $0?.range
      }
      all += task.owners.map(\.name.range) + task.paths.map(\.range) + task.acceptance.map(\.text.range)
    }
    for entry in sprint.log {
      all += [entry.dateText.range, entry.update.range] + (entry.owner.map { [$0.range] } ?? [])
    }
    add(all)
  }

  /// Adds bytes that are written out in another way.
  mutating func add(_ more: [ByteRange]) {
    var merged: [ByteRange] = []
    for range in (ranges + more).filter({ !$0.isEmpty }).sorted() {
      if let last = merged.last, range.lower <= last.upper {
        merged[merged.count - 1] = last.union(range)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  func covers(_ offset: Int) -> Bool {
    ranges.covers(offset)
  }

  /// The words of a text that no value holds: runs of letters and digits.
  ///
  /// A line break (`<br>`) and a box such as `[x]` are none; what they say is in the model in other ways.
  func residue(of text: Bytes) -> [ByteRange] {
    var found: [ByteRange] = []
    var index = text.startIndex
    while index < text.endIndex {
      if let end = Self.endOfMark(in: text, at: index) {
        index = end
        continue
      }
      let (scalar, length) = text.scalar(at: index)
      if !covers(index), scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        let range = ByteRange(index, index + length)
        if let last = found.last, last.upper == index {
          found[found.count - 1] = last.union(range)
        } else {
          found.append(range)
        }
      }
      index += length
    }
    return found
  }

  private static func endOfMark(in text: Bytes, at index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: "<") where text.hasPrefix("<br", at: index):
      text.firstIndex(of: UInt8(ascii: ">"), from: index).map { $0 + 1 }
    case UInt8(ascii: "[") where index + 2 < text.endIndex && text[index + 2] == UInt8(ascii: "]"): index + 3
    default: nil
    }
  }
}
