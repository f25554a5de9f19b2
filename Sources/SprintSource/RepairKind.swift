/// A kind of damage that is mended before a document is read.
package enum RepairKind: String, Sendable, CaseIterable {
  /// The whole document lies inside a code fence.
  case outerFence = "outer-fence"
  /// The text was decoded with the wrong character set.
  case mojibake
  /// The line breaks were turned into spaces.
  case flattened

  /// Whether a text that is written into a file with this damage does not get in the way of its repair.
  func isUndisturbed(by replacement: [UInt8]) -> Bool {
    switch self {
    // One whole character, and the file is no longer of one piece.
    case .mojibake: replacement.allSatisfy { $0 < 0x80 }
    case .outerFence: true
    case .flattened: !replacement.contains(0x0A) && !replacement.contains(0x0D)
    }
  }
}
