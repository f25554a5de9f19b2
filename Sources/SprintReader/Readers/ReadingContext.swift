package import SprintModel
package import SprintSource

/// What all readers of one file share: the file, and the scanners.
package final class ReadingContext {
  package let file: SourceFile
  /// The columns and fields that the vocabulary names.
  package let columns: TermTable<Vocabulary.Column>
  private let scanners: Scanners
  private let memory: ReadingMemory

  package convenience init(_ file: SourceFile, _ scanners: Scanners) {
    self.init(file, scanners, ReadingMemory())
  }

  init(_ file: SourceFile, _ scanners: Scanners, _ memory: ReadingMemory) {
    self.file = file
    self.memory = memory
    self.scanners = scanners
    columns = scanners.columns
  }

  var limits: Limits { scanners.limits }
  package var vocabulary: Vocabulary { scanners.vocabulary }
  var groupWords: WordSet { scanners.groupWords }
  var foreignColumns: WordSet { scanners.foreignColumns }
  var kindWords: WordSet { scanners.kindWords }
  var sectionNames: SectionNames { scanners.sectionNames }
  package var ids: IDScanner { scanners.ids }
  package var statuses: StatusScanner { scanners.statuses }
  package var owners: OwnerScanner { scanners.owners }
  var dependencies: DependencyScanner { scanners.dependencies }
  var events: EventScanner { scanners.events }
  package var declarations: DeclarationScanner { scanners.declarations }
  var claims: ClaimScanner { scanners.claims }

  package func slice(_ range: ByteRange) -> Bytes { file.slice(range) }
  func located(_ range: ByteRange) -> LocatedText { LocatedText(file.slice(range)) }
}

/// What stands in trackers again and again is read once.
extension ReadingContext {
  /// What a cell, or the value of a field, says about how far a task is.
  func status(in range: ByteRange) -> Status { status(in: slice(range)) }

  func status(in text: Bytes) -> Status {
    let scanner = scanners.statuses
    return memory.statuses.value(of: text, readBy: scanner.status) { $0.moved(to: text) }
      ?? scanner.status(in: text)
  }

  /// The columns that a header makes, as `read` reads it.
  func columns(of header: ByteRange, _ read: () -> ColumnMap) -> ColumnMap {
    memory.headers.value(of: slice(header), readBy: { _ in read() }, \.self) ?? read()
  }
}

/// The scanners of a vocabulary, made once for all files, and how much a file may hold that they are to read.
package final class Scanners: Sendable {
  package let vocabulary: Vocabulary
  let columns: TermTable<Vocabulary.Column>
  let sectionNames: SectionNames
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
    sectionNames = SectionNames(vocabulary)
    groupWords = WordSet(vocabulary.groupWords)
    foreignColumns = WordSet(vocabulary.foreignColumns)
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
