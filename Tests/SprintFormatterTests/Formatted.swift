import SprintDriver
import SprintFormatter
import SprintSource

/// Documents, formatted as the tool formats files.
enum Formatted {
  /// What came of a document.
  static func file(_ bytes: [UInt8], _ style: LayoutStyle = LayoutStyle(), _ project: Project = Project())
    -> FormattedFile
  {
    let loader = WorkspaceLoader(project)
    let (file, sprint) = loader.read(SourceFile(path: "SPRINT_10_app.md", bytes: bytes))
    return TrackerFormatter(style, vocabulary: project.configuration.vocabulary, read: loader.read).format(file, sprint)
  }

  /// A document as it is afterwards; the reason where it is left as it is because something is wrong.
  static func text(_ text: String, _ style: LayoutStyle = LayoutStyle(), _ project: Project = Project()) -> String {
    switch file(Array(text.utf8), style, project).result {
    case .unchanged: text
    case .changed(let bytes): String(decoding: bytes, as: UTF8.self)
    case .refused(let guarantee): "refused: \(guarantee)"
    case .damaged(let kind): "damaged: \(kind.rawValue)"
    case .tooLarge: "too large"
    }
  }
}
