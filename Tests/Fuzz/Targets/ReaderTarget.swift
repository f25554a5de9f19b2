import SprintDriver
import SprintReader
import SprintSource
import SprintTesting

extension FuzzTarget {
  /// Bytes are read as a tracker: what it says stands where it says.
  static let reader = FuzzTarget("reader", seeds: trackers) { bytes in
    let (file, sprint) = loader.read(file(bytes))
    return first(
      { ByteRanges.fault(in: sprint, of: file) },
      { LocatedValues.violations(in: sprint, file).first },
      { file.disk == bytes ? nil : "the bytes on disk are others" })
  }

  /// Reads trackers in this process.
  static let loader = WorkspaceLoader(threads: 1)
}
