import SprintDriver
import SprintFormatter
import SprintModel
import SprintSource

/// Documents, formatted as the tool formats files.
enum Formatted {
  /// Reads files in the vocabulary of all; made once, as it has words to sort.
  static let loader = WorkspaceLoader()

  /// What came of a document, as the words of a project have it.
  static func file(
    _ bytes: [UInt8], _ style: LayoutStyle = LayoutStyle(), _ project: Project? = nil
  ) -> FormattedFile {
    let loader = project.map { WorkspaceLoader($0) } ?? loader
    let vocabulary = project?.configuration.vocabulary ?? .standard
    let (file, sprint) = loader.read(SourceFile(path: "SPRINT_10_app.md", bytes: bytes))
    return TrackerFormatter(style, vocabulary: vocabulary, read: loader.read).format(file, sprint)
  }

  /// A document as it is afterwards; the reason where it is left as it is because something is wrong.
  static func text(_ text: String, _ style: LayoutStyle = LayoutStyle(), _ project: Project? = nil) -> String {
    switch file(Array(text.utf8), style, project).result {
    case .unchanged: text
    case .changed(let bytes): String(decoding: bytes, as: UTF8.self)
    case .refused(let guarantee): "refused: \(guarantee)"
    case .damaged(let kind): "damaged: \(kind.rawValue)"
    case .tooLarge(let excess): "too large: \(excess.kind.rawValue)"
    }
  }
}
