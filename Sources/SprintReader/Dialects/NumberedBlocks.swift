extension Dialect {
  /// `### 1) Name`, then `**Owner role:**`, `**Dependencies:** None.`
  static let numberedBlocks = Dialect("numbered", .blocks(Blocks(forms: [.word])))
}
