/// Issues as Jira's importer reads them from a file of comma-separated values, or why it does not.
package struct JiraImport {
  package struct Issue: Equatable {
    package let id: String
    package let type: String
    package let summary: String
    package let status: String
    package let parent: String?
    package let externalID: String
    package let description: String
    package let labels: [String]
    /// The ids of the issues that block this one.
    package let blockers: [String]
  }

  package private(set) var issues: [Issue] = []
  /// What the importer would complain about.
  package private(set) var faults: [String] = []

  package init(_ bytes: [UInt8]) {
    var lines = Self.records(String(decoding: bytes, as: UTF8.self))
    guard !lines.isEmpty else {
      faults.append("no header")
      return
    }
    let header = lines.removeFirst()
    if !header.contains("Summary") { faults.append("no column for the summary") }
    var types: [String: String] = [:]
    for cells in lines {
      guard cells.count == header.count else {
        faults.append("\(cells.count) cells in \(header.count) columns: \(cells)")
        continue
      }
      func all(_ name: String) -> [String] { zip(header, cells).filter { $0.0 == name && !$0.1.isEmpty }.map(\.1) }
      func one(_ name: String) -> String { all(name).first ?? "" }
      let issue = Issue(
        id: one("Issue ID"), type: one("Issue Type"), summary: one("Summary"), status: one("Status"),
        parent: all("Parent").first, externalID: one("External issue ID"), description: one("Description"),
        labels: all("Labels"), blockers: all("Inward issue link (Blocks)"))
      if types[issue.id] != nil { faults.append("the id \(issue.id) stands twice") }
      types[issue.id] = issue.type
      if issue.summary.isEmpty || issue.summary.utf16.count > 255 || issue.summary.contains("\n") {
        faults.append("no summary: \(issue.summary)")
      }
      if issue.status.isEmpty { faults.append("\(issue.id) has no status") }
      if let parent = issue.parent, types[parent] == nil {
        faults.append("\(parent) stands behind its child \(issue.id)")
      }
      if let parent = issue.parent, types[parent] == issue.type {
        faults.append("\(parent) is no parent for \(issue.id)")
      }
      faults += issue.labels.filter { $0.contains(" ") }.map { "a label with a blank: \($0)" }
      issues.append(issue)
    }
    for issue in issues {
      faults += issue.blockers.filter { types[$0] == nil || $0 == issue.id }.map { "\(issue.id) is linked to \($0)" }
    }
  }

  /// The records of a file (RFC 4180): quotes around a cell may hold commas, line ends and doubled quotes.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where !isQuoted && cell.isEmpty: isQuoted = true
      case "\"" where isQuoted && rest.first == "\"": cell.append(rest.removeFirst())
      case "\"" where isQuoted: isQuoted = false
      case "," where !isQuoted:
        record.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\r" where !isQuoted && rest.first == "\n":
        rest.removeFirst()
        records.append(record + [String(cell)])
        record = []
        cell = String.UnicodeScalarView()
      default: cell.append(scalar)
      }
    }
    if !record.isEmpty || !cell.isEmpty { records.append(record + [String(cell)]) }
    return records
  }
}
