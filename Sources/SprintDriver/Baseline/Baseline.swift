import SprintEmitters
package import SprintSource

/// Findings that a team knows of and has put off: only what is not among them is reported.
package struct Baseline: Sendable, Equatable {
  /// The version of the file's contract.
  package static let version = 1

  /// A finding that is known. What tells it from others is the fingerprint; the rest is for people.
  package struct Entry: Sendable, Hashable {
    package let fingerprint: String
    package let code: String
    /// Of the file in which it was found.
    package let path: String
    package let task: String?
    package let message: String

    package init(fingerprint: String, code: String, path: String, task: String?, message: String) {
      self.fingerprint = fingerprint
      self.code = code
      self.path = path
      self.task = task
      self.message = message
    }
  }

  /// In the order of path, code, task and fingerprint.
  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    func key(_ entry: Entry) -> [String] { [entry.path, entry.code, entry.task ?? "", entry.fingerprint] }
    self.entries = entries.sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }

  /// The baseline of what was found.
  package init(_ result: LintResult) {
    self.init(
      result.diagnostics.map { diagnostic in
        Entry(
          fingerprint: diagnostic.fingerprint, code: diagnostic.code, path: result.path(of: diagnostic.location.file),
          task: diagnostic.task, message: Display.safe(diagnostic.message))
      })
  }

  /// Parts findings into those that are new and those that are known.
  package func split(_ diagnostics: [Diagnostic]) -> (new: [Diagnostic], known: [Diagnostic]) {
    let fingerprints = Set(entries.map(\.fingerprint))
    return (
      diagnostics.filter { !fingerprints.contains($0.fingerprint) },
      diagnostics.filter { fingerprints.contains($0.fingerprint) }
    )
  }

  /// The entries that none of the findings stands for any more, of those that a run can tell about.
  package func gone(_ found: [Diagnostic], isInScope: (Entry) -> Bool) -> [Entry] {
    let fingerprints = Set(found.map(\.fingerprint))
    return entries.filter { !fingerprints.contains($0.fingerprint) && isInScope($0) }
  }

  /// The same without some of its entries.
  package func removing(_ gone: [Entry]) -> Baseline {
    let gone = Set(gone)
    return Baseline(entries.filter { !gone.contains($0) })
  }

  /// As JSON, a line for each entry, so that a change of it can be read: `schemas/baseline.schema.json`.
  package var json: [UInt8] {
    var writer = JSONWriter(brokenDepth: 2)
    writer.object { writer in
      writer.member("schemaVersion", Self.version)
      writer.key("findings")
      writer.array(entries) { writer, entry in
        writer.object { writer in
          writer.member("path", entry.path)
          writer.member("code", entry.code)
          writer.member("task", entry.task)
          writer.member("message", entry.message)
          writer.member("fingerprint", entry.fingerprint)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension Baseline.Entry: CustomStringConvertible {
  package var description: String { "\(path): \(code) \(message)" }
}
