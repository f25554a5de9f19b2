package import SprintModel
package import SprintSource

/// What all readers of one file share: the file, and the scanners.
package final class ReadingContext: Sendable {
  package let file: SourceFile
  /// The columns and fields that the vocabulary names.
  package let columns: TermTable<Vocabulary.Column>
  private let scanners: Scanners

  package init(_ file: SourceFile, _ scanners: Scanners) {
    self.file = file
    self.scanners = scanners
    columns = scanners.columns
  }

  var limits: Limits { scanners.limits }
  package var vocabulary: Vocabulary { scanners.vocabulary }
  var sections: TermTable<SectionKind> { scanners.sections }
  var boardStates: TermTable<TaskState> { scanners.boardStates }
  var backlogWords: WordSet { scanners.backlogWords }
  var groupWords: WordSet { scanners.groupWords }
  var foreignColumns: WordSet { scanners.foreignColumns }
  var kindWords: WordSet { scanners.kindWords }
  package var ids: IDScanner { scanners.ids }
  package var statuses: StatusScanner { scanners.statuses }
  package var owners: OwnerScanner { scanners.owners }
  var dependencies: DependencyScanner { scanners.dependencies }
  var events: EventScanner { scanners.events }
  package var declarations: DeclarationScanner { scanners.declarations }
  var claims: ClaimScanner { scanners.claims }

  package func slice(_ range: ByteRange) -> Bytes { file.slice(range) }
  func located(_ range: ByteRange) -> Located<String> { Located(file.slice(range)) }
}

/// The scanners of a vocabulary, made once for all files, and how much a file may hold that they are to read.
package final class Scanners: Sendable {
  package let vocabulary: Vocabulary
  let columns: TermTable<Vocabulary.Column>
  let sections: TermTable<SectionKind>
  let boardStates: TermTable<TaskState>
  let backlogWords: WordSet
  let groupWords: WordSet
  let foreignColumns: WordSet
  let kindWords: WordSet
  package let limits: Limits
  let ids: IDScanner
  let statuses: StatusScanner
  let owners: OwnerScanner
  let dependencies: DependencyScanner
  let events: EventScanner
  let declarations: DeclarationScanner
  let claims: ClaimScanner

  package init(_ vocabulary: Vocabulary = .standard, limits: Limits = Limits()) {
    self.vocabulary = vocabulary
    columns = TermTable(vocabulary.columns)
    sections = TermTable(vocabulary.sections)
    boardStates = TermTable(vocabulary.states.filter { vocabulary.boardStates.contains($0.key) })
    groupWords = WordSet(vocabulary.groupWords)
    foreignColumns = WordSet(vocabulary.foreignColumns)
    backlogWords = WordSet(vocabulary.backlogWords)
    kindWords = WordSet(vocabulary.kindWords)
    self.limits = limits
    ids = IDScanner(vocabulary)
    statuses = StatusScanner(vocabulary)
    owners = OwnerScanner(vocabulary)
    dependencies = DependencyScanner(vocabulary)
    events = EventScanner(vocabulary)
    declarations = DeclarationScanner(vocabulary)
    claims = ClaimScanner(vocabulary)
  }
}
