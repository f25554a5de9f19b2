package import SprintSource

/// A way in which documents arrive damaged, and how to mend it.
package struct Carrier: Sendable {
  package let kind: RepairKind
  /// The damage found in the text of a file, or nil where there is none.
  package let examine: @Sendable (SourceFile) -> Damage?

  package init(_ kind: RepairKind, examine: @escaping @Sendable (SourceFile) -> Damage?) {
    self.kind = kind
    self.examine = examine
  }
}

extension Carrier {
  /// All carriers, in the order in which they are applied.
  ///
  /// The fence comes first: inside it all is code, and code is no evidence of other damage. Line breaks
  /// come last, as they are told by punctuation that may be garbled.
  package static let standard: [Carrier] = [.outerFence, .mojibake, .flattened]

  /// Mends what is certain and reports all that was found; the file knows of it too.
  ///
  /// The edits of a damage are on the text as the certain repairs before it left it, which is the
  /// text that its carrier examined.
  package static func mend(
    _ file: SourceFile, with carriers: [Carrier] = standard
  ) -> (file: SourceFile, findings: [Finding]) {
    var file = file
    var findings: [Finding] = []
    for carrier in carriers {
      guard let damage = carrier.examine(file) else { continue }
      findings.append(Finding(kind: carrier.kind, damage: damage))
      file = file.noting(
        carrier.kind, at: damage.range, evidence: damage.evidence, edits: damage.edits, isCertain: damage.isCertain)
      if damage.isCertain { file = file.repaired(carrier.kind, by: damage.edits) }
    }
    return (file, findings)
  }

  /// A damage and the kind of it.
  package struct Finding: Sendable, Equatable {
    package let kind: RepairKind
    package let damage: Damage
  }
}
