import SystemPackage

/// The folder that the paths of a configuration are relative to, seen from the folder that the tool runs in.
package struct BaseFolder: Sendable, Hashable {
  private let folder: FilePath
  private let current: FilePath

  /// - Parameters:
  ///   - folder: absolute, or relative to `current`.
  ///   - current: the folder that the tool runs in, absolute.
  package init(_ folder: String, from current: String) {
    self.current = FilePath(current).lexicallyNormalized()
    self.folder = self.current.pushing(FilePath(folder)).lexicallyNormalized()
  }

  /// The folder that the tool runs in.
  package static var current: BaseFolder { BaseFolder("", from: FileSystem.currentFolder) }

  /// A path as it is named or shown, as it looks from this folder.
  package func relative(_ path: String) -> String { Self.path(from: folder, to: current.pushing(FilePath(path))) }

  /// A path relative to this folder, as it is shown.
  package func shown(_ path: String) -> String { Self.path(from: current, to: folder.pushing(FilePath(path))) }

  private static func path(from folder: FilePath, to path: FilePath) -> String {
    let from = Array(folder.components)
    let to = Array(path.lexicallyNormalized().components)
    let common = zip(from, to).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: from.count - common) + to[common...].map(\.string)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
