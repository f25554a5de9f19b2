package import SprintSource
import SystemPackage

/// Where files go that are written into a folder, each for one that was read.
package enum OutputFolder {
  /// Names new files: below the folder they lie as those that were read lie below the folder around them all.
  ///
  /// - Parameters:
  ///   - folder: the folder, which need not be there.
  ///   - files: the files that were read.
  /// - Returns: their paths, in the same order.
  package static func targets(in folder: String, for files: [SourceFile]) -> [String] {
    let paths = files.map { file in
      let path = FileSystem.resolvingLinks(in: file.path) ?? FilePath(file.path).lexicallyNormalized().string
      return path.split(separator: "/").map(String.init)
    }
    var shared = Array(paths.first?.dropLast() ?? [])
    for path in paths {
      let common = zip(shared, path.dropLast()).prefix { $0 == $1 }.count
      shared = Array(shared.prefix(common))
    }
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    return paths.map { root + $0.dropFirst(shared.count).joined(separator: "/") }
  }
}
