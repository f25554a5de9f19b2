import SprintLinker
import SprintModel
import SprintSource

/// Where a rule puts what it finds.
struct Report {
  private let rule: Rule.Tag
  private let context: WorkspaceContext
  private(set) var diagnostics: [Diagnostic] = []

  init(_ rule: Rule.Tag, _ context: WorkspaceContext) {
    self.rule = rule
    self.context = context
  }

  private var files: [SourceFile] { context.workspace.files }
  private var sprints: [Sprint] { context.workspace.sprints }

  /// Reports a finding at a place in the text of a sprint, with fixes on that text.
  ///
  /// Both are kept as those of the file on disk. A fix that cannot be carried over is left out, and so are all where the
  /// lines of the file were made from guesses: the damage is mended first.
  /// The key tells this finding from others of the same rule about the same task, and is never a line number;
  /// a severity is given where the rule finds things of different weight.
  mutating func add(
    _ message: String, at range: ByteRange?, in sprint: Int, task: TrackerTask? = nil, key: String = "",
    severity: Severity? = nil, notes: [Diagnostic.Note] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    let file = files[sprints[sprint].file]
    let isFlat = file.repairs.contains { $0.kind == .flattened }
    add(
      message, onDisk: range.map { file.onDisk($0) }, in: sprint, task: task, key: key, severity: severity,
      notes: notes, help: help, fixes: isFlat ? [] : fixes.compactMap { file.onDisk($0) })
  }

  /// Reports a finding whose place and fixes are those of the file on disk.
  mutating func add(
    _ message: String, onDisk range: ByteRange?, in sprint: Int, task: TrackerTask? = nil, key: String = "",
    severity: Severity? = nil, notes: [Diagnostic.Note] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    let source = sprints[sprint]
    diagnostics.append(
      Diagnostic(
        code: rule.code, name: rule.name, severity: severity ?? rule.severity, message: message.inOneLine,
        location: Location(file: source.file, range: range), task: task?.uid, notes: notes, help: help, fixes: fixes,
        fingerprint: Fingerprint.of([rule.code, source.slug, task?.uid ?? "", key])))
  }

  /// Reports a finding about a file that is no sprint.
  mutating func add(_ message: String, at location: Location, notes: [Diagnostic.Note], help: String) {
    let fingerprint = Fingerprint.of([rule.code, files[location.file].slug, "", ""])
    diagnostics.append(
      Diagnostic(
        code: rule.code, name: rule.name, severity: rule.severity, message: message, location: location, notes: notes,
        help: help, fingerprint: fingerprint))
  }
}

extension String {
  /// A lone CR, or a break in a cell of a split row, ends no line of a report.
  fileprivate var inOneLine: String {
    utf8.contains { $0 == 0x0A || $0 == 0x0D } ? replacingBytes("\r", with: " ").replacingBytes("\n", with: " ") : self
  }
}
