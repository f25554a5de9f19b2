import Foundation
import SprintSource

/// Makes folders of trackers such as projects keep them, of any size and the same each time.
struct WorkspaceGenerator: Sendable {
  let seed: Int

  /// A tracker, by its number from 1 on. It is the same in a folder of any size: it refers to earlier ones alone.
  func tracker(_ number: Int) -> (name: String, text: String) {
    let plan = SprintPlan(number, seed: seed)
    return (plan.outline.fileName, TrackerText(plan).text)
  }

  /// Writes trackers into a folder, which is made anew.
  ///
  /// - Parameters:
  ///   - count: the number of trackers.
  ///   - folder: what lies there is gone afterwards.
  /// - Returns: the number of bytes.
  /// - Throws: where something cannot be written.
  @discardableResult
  func write(_ count: Int, to folder: String) throws -> Int {
    let files = FileManager.default
    if files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var bytes = 0
    for number in 1...count {
      let (name, text) = tracker(number)
      try Data(text.utf8).write(to: URL(filePath: folder).appending(path: name))
      bytes += text.utf8.count
    }
    return bytes
  }
}
