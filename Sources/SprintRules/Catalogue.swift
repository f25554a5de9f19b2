extension Rule {
  /// All rules, in the order of their codes.
  package static let catalogue: [Rule] = [
    rowCellCount, splitRow, orphanRow, misplacedLogRow, missingSection, rowNumber, noTasks, titleMismatch, outerFence,
    flattened, frontMatter,
    duplicateTaskID, conflictingStatus, malformedTaskID, compoundTaskID,
    unknownStatus, missingStatusDate, blockedWithoutReason, staleBlock, doneBeforeDependency,
    startedBeforeDependency, todoBehindBlock, impossibleDate, proseContradiction, finishedSprint, unmetCriteria,
    dependencyCycle, unresolvedReference, ambiguousReference, selfDependency, shorthandReference, redundantDependency,
    duplicateLogRow, logDate, logOrder, logStatusMismatch, unloggedCompletion, unknownTaskInLog, missingLogOwner,
    mojibake, invalidText, brokenLink,
    staleGeneratedFile,
    unusedSuppression, tooLarge,
  ]

  /// The rule with this code or name, in any case.
  package static func named(_ text: String) -> Rule? {
    let text = text.lowercased()
    return catalogue.first { $0.code.lowercased() == text || $0.name == text }
  }
}
