package import SprintModel
package import SprintSource

/// Checks that what a sprint says stands where it says.
package enum LocatedValues {
  /// The values of a sprint whose slices are not what they came from, in words.
  package static func violations(in sprint: Sprint, _ file: SourceFile) -> [String] {
    var found: [String] = []
    func check(_ name: String, _ value: LocatedText?) {
      guard let value else { return }
      let slice = file.slice(value.range).string
      if slice != value.value {
        found.append("\(name) \(value.value.debugDescription) is \(slice.debugDescription) in the file")
      }
    }
    func check(_ name: String, _ date: Located<CalendarDate>?) {
      guard let date else { return }
      check(name, LocatedText(date.value.description, at: date.range))
    }
    func check(_ name: String, _ reference: Reference) {
      // Hyphens are made plain.
      let text = plain(file.slice(reference.text.range).string)
      if text != plain(reference.text.value) { found.append("\(name) \(reference.text.value) is \(text) in the file") }
      if reference.kind == .external || reference.kind == .none { check(name, reference.text) }
    }
    func check(_ name: String, _ range: ByteRange, in outer: ByteRange) {
      if !outer.contains(range) { found.append("\(name) \(range) outside \(outer)") }
    }
    func check(_ name: String, _ criteria: [Criterion]) {
      for criterion in criteria { check(name, criterion.text) }
    }

    // A number taken from the file's name stands nowhere in the text.
    if let number = sprint.number, !number.range.isEmpty { check("number", number) }
    check("code", sprint.code)
    check("title", sprint.title)
    check("start", sprint.startDate)
    check("end", sprint.endDate)
    for path in sprint.workingDirectories { check("working directory", path) }
    for reference in sprint.sprintDependencies { check("sprint", reference) }
    for statement in sprint.statements.values.joined() { check("statement", statement) }
    for group in sprint.groups {
      check("group", group.name)
      check("criterion", group.acceptance)
    }
    for task in sprint.tasks {
      let id = plain(file.slice(task.id.range).string)
      // Of a compound id only the end stands in the file.
      if !task.id.value.text.hasSuffix(id) || id.isEmpty { found.append("id \(task.id.value) is \(id) in the file") }
      check("id", task.id.range, in: task.label.range)
      check("label", task.label)
      check("row", task.row)
      check("status", task.status.text)
      check("status date", task.status.date)
      check("status note", task.status.note)
      for owner in task.owners where !isPlural(owner, file) { check("owner", owner.name) }
      for path in task.paths { check("path", path) }
      check("dependency text", task.dependencyText)
      for reference in task.dependencies {
        check("dependency", reference)
        // The group's line, or another listing of the task, may name what it waits for.
        let texts = [task.status.text, task.dependencyText, task.definition, task.notes].compactMap(\.self)
        let places = [task.range] + (texts + task.acceptance.map(\.text)).map(\.range)
        if !places.contains(where: { $0.contains(reference.text.range) }) {
          found.append("dependency \(reference.text.value) outside the task")
        }
      }
      // A title leaves out the mark that closes emphasis which begins before it.
      if let title = task.definition,
        title.value != file.slice(title.range).string.replacing("**", with: "", maxReplacements: 1)
      {
        check("definition", title)
      }
      for value in [task.estimate, task.priority, task.notes] { check("text", value) }
      check("criterion", task.acceptance)
      // A state may stand elsewhere: in a heading above, or in another listing of the same task.
      check("part", task.label.range, in: task.range)
    }
    for entry in sprint.log {
      check("log date", entry.dateText)
      if let date = entry.date, !entry.dateText.value.contains(date.description) { found.append("log date \(date)") }
      check("update", entry.update)
      check("log owner", entry.owner)
      for mention in entry.mentions {
        check("mention", mention.reference)
        check("mention", mention.reference.text.range, in: entry.update.range)
      }
      check("update", entry.update.range, in: entry.range)
    }
    return found
  }

  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { ["\u{2010}", "\u{2011}"].contains($0) ? "-" : $0 }))
  }

  /// `A · B Guilds`: neither `A Guild` nor `B Guild` stands in the file.
  private static func isPlural(_ owner: Owner, _ file: SourceFile) -> Bool {
    let slice = file.slice(owner.name.range).string
    guard let noun = owner.name.value.split(separator: " ").last, ["guild", "team"].contains(noun.lowercased()) else {
      return false
    }
    return slice == owner.name.value + "s" || slice + " " + noun == owner.name.value
  }
}
