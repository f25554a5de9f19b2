package import SprintSource
import SprintYAML

/// Reads a baseline.
///
/// It is read as YAML, of which JSON is a part (YAML 1.2.2 §1.3).
package enum BaselineReader {
  /// - Throws: `ConfigurationError`, with the place of what is wrong.
  package static func read(_ file: SourceFile) throws(ConfigurationError) -> Baseline {
    let root: YAMLNode?
    do {
      root = try YAMLReader.read(file.text[...])
    } catch {
      throw problem(file, "this is no baseline: \(error.message)", at: error.range)
    }
    guard let root, let members = root.entries else {
      throw problem(file, "this is no baseline: there is no JSON object in it", at: root?.range ?? .empty(at: 0))
    }
    guard let version = members.first(where: { $0.key.value == "schemaVersion" })?.value.text else {
      throw problem(file, "this is no baseline: it has no `schemaVersion`", at: .empty(at: root.range.lower))
    }
    guard version.value == String(Baseline.version) else {
      throw problem(
        file, "this baseline has the version \(version.value); this program reads version \(Baseline.version)",
        at: version.range, help: "write it anew with --write-baseline")
    }
    guard let findings = members.first(where: { $0.key.value == "findings" })?.value.items else {
      throw problem(file, "this is no baseline: it has no list of `findings`", at: .empty(at: root.range.lower))
    }
    return Baseline(try findings.map { node throws(ConfigurationError) in try entry(node, file) })
  }

  private static func entry(_ node: YAMLNode, _ file: SourceFile) throws(ConfigurationError) -> Baseline.Entry {
    var texts: [String: String] = [:]
    for member in node.entries ?? [] {
      guard let text = member.value.text, !(member.value.isPlain && text.value == "null") else { continue }
      texts[member.key.value] = text.value
    }
    guard let fingerprint = texts["fingerprint"], let code = texts["code"], let path = texts["path"] else {
      throw problem(file, "a finding has a `fingerprint`, a `code` and a `path`", at: node.range)
    }
    return Baseline.Entry(
      fingerprint: fingerprint, code: code, path: path, task: texts["task"], message: texts["message"] ?? "")
  }

  private static func problem(
    _ file: SourceFile, _ message: String, at range: ByteRange,
    help: String = "name a file that --write-baseline has written"
  ) -> ConfigurationError {
    .invalid(file, [ConfigurationProblem(message, at: range, help: help)])
  }
}
