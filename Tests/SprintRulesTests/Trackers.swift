import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

/// A tracker in the standard template.
///
/// - Parameters:
///   - rows: of the Delivery Tracker, without numbers and outer pipes: `APP-10-001 | TODO | None | App Guild | Build.`
///   - log: rows of the Execution Log, without outer pipes.
///   - end: what follows, as it is.
/// - Returns: its text.
func tracker(_ rows: String..., log: [String] = [], end: String = "") -> String {
  var lines = [
    "# Sprint 10 · App", "", "## Delivery Tracker",
    "| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |",
    "| --- | --- | --- | --- | --- | --- |",
  ]
  for (index, row) in rows.enumerated() { lines.append("| \(index + 1) | \(row) |") }
  if !log.isEmpty {
    lines += ["", "## Execution Log", "| Date (UTC) | Update | Owner |", "| --- | --- | --- |"]
    lines += log.map { "| \($0) |" }
  }
  return lines.joined(separator: "\n") + "\n" + (end.isEmpty ? "" : "\n" + end + "\n")
}

/// Several trackers in one text.
func files(_ trackers: KeyValuePairs<String, String>) -> String {
  trackers.map { "<!-- file: \($0.key) -->\n\($0.value)" }.joined()
}

/// What a rule says, and of what text.
struct Finding: Equatable, Sendable {
  let message: String
  /// The text under the caret; nil for a finding about a file as a whole.
  let caret: String?

  init(_ message: String, _ caret: String?) {
    self.message = message
    self.caret = caret
  }
}

/// Documents, and what a rule must say of them.
struct Case: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let findings: [Finding]

  init(_ name: String, _ text: String, _ findings: (String, String?)...) {
    testDescription = name
    self.text = text
    self.findings = findings.map { Finding($0.0, $0.1) }
  }
}

/// Documents that look as if a rule had to say something of them.
struct NearMiss: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }
}

/// Runs the rules over a text, with what one of them needs to hold: being on, and an archive.
func engine(
  _ code: String, in text: String, today: CalendarDate? = nil, options: RuleOptions = RuleOptions()
) -> RuleEngine {
  let isOff = Rule.named(code)?.severity == .off
  return RuleEngine(
    severities: isOff ? [code: .warning] : [:], options: { _ in [code: options] }, today: today,
    archive: code == "SM310" ? ["archived"] : [], fileLookup: Documents.lookup(in: text))
}

/// A value of an option of a rule, as a configuration sets it.
func options(_ code: String, _ name: String, _ value: RuleOption.Value) -> RuleOptions {
  var options = RuleOptions()
  if let option = Rule.named(code)?.options.first(where: { $0.name == name }) { options[option] = value }
  return options
}

/// The findings of a rule, in order.
func findings(
  _ code: String, in text: String, today: CalendarDate? = nil, options: RuleOptions = RuleOptions()
) -> [Finding] {
  let workspace = Documents.checked(text).workspace
  return diagnostics(code, in: text, today: today, options: options).map { diagnostic in
    Finding(
      diagnostic.message,
      diagnostic.location.range.map { Bytes(workspace.files[diagnostic.location.file].disk).at($0).string })
  }
}

/// The diagnostics of a rule, in order.
func diagnostics(
  _ code: String, in text: String, today: CalendarDate? = nil, options: RuleOptions = RuleOptions()
) -> [Diagnostic] {
  let (workspace, generated) = Documents.checked(text)
  let engine = engine(code, in: text, today: today, options: options)
  return engine.check(workspace, generatedFiles: generated).filter { $0.code == code }
}

/// The document after the first fix of each finding of a rule.
func fixed(_ code: String, _ text: String) -> String {
  let edits = diagnostics(code, in: text).flatMap { $0.fixes.first?.edits ?? [] }
  let (bytes, _) = TextEdit.apply(edits, to: Array(text.utf8))
  return String(decoding: bytes, as: UTF8.self)
}

/// What no safe fix may change: each task with its state, date, owners and what its dependencies mean, and each row of
/// the log, in no order.
func content(_ text: String) -> Set<String> {
  let workspace = Documents.workspace(of: text)
  var content: Set<String> = []
  for (index, sprint) in workspace.sprints.enumerated() {
    for (place, task) in sprint.tasks.enumerated() {
      let targets = Set(
        workspace.dependencies(of: TaskIndex(sprint: index, task: place)).filter(\.isResolved).flatMap(
          workspace.targets(of:)))
      let date = task.status.date.map { "\($0.value)" } ?? "no day"
      content.insert("\(task.uid) \(task.state) \(date) \(task.owners.map(\.name.value)) \(targets.sorted())")
    }
    for entry in sprint.log {
      content.insert("\(entry.dateText.value) \(entry.update.value) \(entry.owner?.value ?? "nobody")")
    }
  }
  return content
}
