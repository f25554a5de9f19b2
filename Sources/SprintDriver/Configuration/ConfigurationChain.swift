import SprintSource
import SprintYAML
import SystemPackage

/// A configuration file, the one that it extends, and so on.
struct ConfigurationChain {
  /// A file, as it was read.
  private struct Link {
    let file: SourceFile
    let root: YAMLNode?

    /// The name of the file that it extends; nil where it extends none.
    var base: Located<String>? {
      guard let text = root?[ConfigurationKey.Top.extends.rawValue]?.text else { return nil }
      return ConfigurationReader.isFileName(text.value) ? text : nil
    }
  }

  /// Reads a file and all that it rests on: what the nearer file says counts.
  ///
  /// - Parameters:
  ///   - path: of the file, as it is shown.
  ///   - current: the absolute path of the folder that `path` starts from.
  /// - Returns: the configuration that they make together.
  /// - Throws: where one of them cannot be read or is wrong, and where they extend each other.
  static func read(_ path: String, from current: String) throws(ConfigurationError) -> Configuration {
    let folder = FilePath(path).removingLastComponent()
    var names = [FilePath(path).lastComponent?.string ?? path]
    let first: SourceFile
    do {
      first = try file(path, in: current)
    } catch {
      throw .unreadable(error)
    }
    var links = [Link(file: first, root: try ConfigurationReader.parse(first))]
    while let last = links.last, let base = last.base {
      if let start = names.firstIndex(of: base.value) {
        let circle = (names[start...] + [base.value]).joined(separator: " → ")
        throw .invalid(
          last.file,
          [ConfigurationProblem("this file extends itself: \(circle)", at: base.range, help: "take one `extends` out")])
      }
      let next: SourceFile
      do {
        next = try file(folder.appending(base.value).string, in: current)
      } catch {
        let help = "`extends` names a file in the folder of this one"
        throw .invalid(
          last.file, [ConfigurationProblem("cannot read \(base.value): \(error.reason)", at: base.range, help: help)])
      }
      names.append(base.value)
      links.append(Link(file: next, root: try ConfigurationReader.parse(next)))
    }
    var configuration = Configuration()
    for link in links.reversed() {
      configuration = try ConfigurationReader.read(link.root, of: link.file, extending: configuration)
    }
    return configuration
  }

  private static func file(_ path: String, in current: String) throws(FileError) -> SourceFile {
    let place = FilePath(current).pushing(FilePath(path)).string
    if Repository.isLeft(by: place) { throw .outside(path, .read) }
    return SourceFile(path: path, bytes: try FileSystem.read(place, limit: Limits()[.fileSize]))
  }
}
