import SprintDriver
import SprintSource

extension FuzzTarget {
  /// Bytes are read as a configuration: what is wrong has a place, and what is right can be written and read again.
  static let configuration = FuzzTarget("configuration", seeds: [corpus + "configuration"]) { bytes in
    let file = SourceFile(path: ".sprintmark.yml", bytes: bytes)
    do throws(ConfigurationError) {
      return rewritingFault(try ConfigurationReader.read(file))
    } catch {
      return fault(in: error, of: file)
    }
  }

  /// What is wrong with an error about a file.
  static func fault(in error: ConfigurationError, of file: SourceFile) -> String? {
    guard case .invalid(_, let problems) = error, !problems.isEmpty else { return "an error without a problem" }
    if error.report(usesColour: true).isEmpty || problems.contains(where: { $0.message.isEmpty }) {
      return "a problem without a message"
    }
    let outside = ByteRanges.all(in: problems).first { $0.range.upper > file.text.count }
    return outside.map { "the problem \($0.path) at \($0.range) lies outside of the file" }
  }

  private static func rewritingFault(_ configuration: Configuration) -> String? {
    let text = text(configuration)
    do throws(ConfigurationError) {
      let again = try ConfigurationReader.read(SourceFile(path: "again.yml", bytes: Array(text.utf8)))
      return self.text(again) == text ? nil : "written and read again it is another one: \(text)"
    } catch {
      return "what is written cannot be read: \(error)"
    }
  }

  /// As YAML, without where each value comes from.
  private static func text(_ configuration: Configuration) -> String {
    var configuration = configuration
    configuration.origins = Origins()
    return ConfigurationWriter.yaml(Project(configuration))
  }
}
