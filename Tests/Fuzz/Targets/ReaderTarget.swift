import SprintDriver
import SprintMarkdown
import SprintModel
import SprintReader
import SprintSource
import SprintTesting

extension FuzzTarget {
  /// Bytes are read as a tracker: what it says stands where it says, and its blocks are those of the whole text.
  static let reader = FuzzTarget("reader", seeds: trackers) { bytes in
    let (file, sprint) = loader.read(file(bytes))
    return first(
      { ByteRanges.fault(in: sprint, of: file) },
      { LocatedValues.violations(in: sprint, file).first },
      { file.disk == bytes ? nil : "the bytes on disk are others" },
      { sprint.refusal == nil ? fault(inBlocksOf: file) : nil })
  }

  private static func fault(inBlocksOf file: SourceFile) -> String? {
    let blocks = [false, true].map { String(describing: MarkdownDocument(file, isWhole: $0)) }
    return blocks[0] == blocks[1] ? nil : "the blocks are others than those of the whole text"
  }

  /// Reads trackers in this process.
  static let loader = WorkspaceLoader(threads: 1)
}
