/// A kind of damage that is mended before a document is read.
package enum RepairKind: String, Sendable, CaseIterable {
  /// The whole document lies inside a code fence.
  case outerFence = "outer-fence"
}
