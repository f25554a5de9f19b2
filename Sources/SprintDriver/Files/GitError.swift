/// Why it is not known which files have changed.
package struct GitError: Error, Sendable {
  package let message: String
  /// What to do.
  package let help: String?

  init(_ message: String, _ process: ChildProcess? = nil, help: String? = nil) {
    let said = process.map { String(decoding: $0.errors, as: UTF8.self).split(separator: "\n").joined(separator: "; ") }
    self.message = message + (said.map { "; git says: \($0)" } ?? "")
    self.help = help
  }
}
