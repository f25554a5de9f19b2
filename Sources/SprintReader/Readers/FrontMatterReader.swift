import SprintModel
import SprintSource
import SprintYAML

/// Reads the fields of a front matter that sprints have: when they start and end, and where they work.
struct FrontMatterReader {
  private(set) var startDate: Located<CalendarDate>?
  private(set) var endDate: Located<CalendarDate>?
  private(set) var workingDirectories: [Located<String>] = []
  /// What is wrong with the YAML, if it is none.
  private(set) var error: YAMLError?

  init(_ range: ByteRange, _ file: SourceFile) {
    do {
      guard let root = try YAMLReader.read(file.slice(range)) else { return }
      for entry in root.entries ?? [] {
        switch Vocabulary.normalized(Array(entry.key.value.utf8)[...]) {
        case "start date", "start", "starts": startDate = date(entry.value, file)
        case "end date", "end", "ends": endDate = date(entry.value, file)
        case "working directory", "working directories":
          workingDirectories = (entry.value.items ?? [entry.value]).compactMap(\.text)
        default: break
        }
      }
    } catch {
      self.error = error
    }
  }

  private func date(_ node: YAMLNode, _ file: SourceFile) -> Located<CalendarDate>? {
    guard let text = node.text, let found = DateScanner.first(in: file.slice(text.range)) else { return nil }
    return found.date.map { Located($0, at: found.range) }
  }
}
