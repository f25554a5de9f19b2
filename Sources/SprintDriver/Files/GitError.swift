/// Why it is not known which files have changed.
package struct GitError: Error, Sendable {
  package let message: String
  /// What to do.
  package let help: String?

  /// - Parameters:
  ///   - message: what is wrong, on one line.
  ///   - process: the run of git that failed, if there was one; what it says is added.
  ///   - help: what to do.
  init(_ message: String, _ process: ChildProcess? = nil, help: String? = nil) {
    let said = String(decoding: process?.errors ?? [], as: UTF8.self).split(separator: "\n").joined(separator: "; ")
    self.message = said.isEmpty ? message : "\(message); git says: \(said)"
    self.help = help
  }
}
