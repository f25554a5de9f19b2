package import SprintSource
import SprintYAML

/// Reads a baseline.
///
/// It is read as YAML, of which JSON is a part (YAML 1.2.2 §1.3).
package enum BaselineReader {
  /// - Throws: `ConfigurationError`, with the place of what is wrong.
  package static func read(_ file: SourceFile) throws(ConfigurationError) -> Baseline {
    let (text, offsets) = TextEdit.apply(SurrogatePairs.edits(in: file.text), to: file.text)
    do throws(Refusal) {
      return try read(Bytes(text))
    } catch {
      throw .invalid(file, [ConfigurationProblem(error.message, at: offsets.before(error.range), help: error.help)])
    }
  }

  /// Why a text is no baseline.
  private struct Refusal: Error {
    let message: String
    /// Of the text that was read.
    let range: ByteRange
    let help: String

    init(_ message: String, at range: ByteRange, help: String = "name a file that --write-baseline has written") {
      self.message = message
      self.range = range
      self.help = help
    }
  }

  private static func read(_ text: Bytes) throws(Refusal) -> Baseline {
    let root: YAMLNode?
    do {
      root = try YAMLReader.read(text)
    } catch {
      throw Refusal("this is no baseline: \(error.message)", at: error.range)
    }
    guard let root, let members = root.entries else {
      throw Refusal("this is no baseline: there is no JSON object in it", at: root?.range ?? .empty(at: 0))
    }
    guard let version = members.first(where: { $0.key.value == "schemaVersion" })?.value.text else {
      throw Refusal("this is no baseline: it has no `schemaVersion`", at: .empty(at: root.range.lower))
    }
    guard version.value == String(Baseline.version) else {
      throw Refusal(
        "this baseline has the version \(version.value); this program reads version \(Baseline.version)",
        at: version.range, help: "write it anew with --write-baseline")
    }
    guard let findings = members.first(where: { $0.key.value == "findings" })?.value.items else {
      throw Refusal("this is no baseline: it has no list of `findings`", at: .empty(at: root.range.lower))
    }
    return Baseline(try findings.map(entry))
  }

  private static func entry(_ node: YAMLNode) throws(Refusal) -> Baseline.Entry {
    var texts: [String: String] = [:]
    for member in node.entries ?? [] {
      guard let text = member.value.text, !(member.value.isPlain && text.value == "null") else { continue }
      texts[member.key.value] = text.value
    }
    guard let fingerprint = texts["fingerprint"], let code = texts["code"], let path = texts["path"] else {
      throw Refusal("a finding has a `fingerprint`, a `code` and a `path`", at: node.range)
    }
    return Baseline.Entry(
      fingerprint: fingerprint, code: code, path: path, task: texts["task"], message: texts["message"] ?? "")
  }
}
