/// A kind of damage that is mended before a document is read.
package enum RepairKind: String, Sendable, CaseIterable {
  /// The whole document lies inside a code fence.
  case outerFence = "outer-fence"
  /// The text was decoded with the wrong character set.
  case mojibake
  /// The line breaks were turned into spaces.
  case flattened
}
