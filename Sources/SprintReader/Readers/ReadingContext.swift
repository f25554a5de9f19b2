package import SprintModel
import SprintSource

/// What all readers of one file share.
struct ReadingContext {
  let file: SourceFile
  let vocabulary: Vocabulary
  let ids: IDScanner
  let statuses: StatusScanner
  let owners: OwnerScanner
  let dependencies: DependencyScanner
  let events: EventScanner
  let declarations: DeclarationScanner
  let claims: ClaimScanner

  init(_ file: SourceFile, _ scanners: Scanners) {
    self.file = file
    vocabulary = scanners.vocabulary
    ids = scanners.ids
    statuses = scanners.statuses
    owners = scanners.owners
    dependencies = scanners.dependencies
    events = scanners.events
    declarations = scanners.declarations
    claims = scanners.claims
  }

  func slice(_ range: ByteRange) -> Bytes { file.slice(range) }
  func located(_ range: ByteRange) -> Located<String> { Located(file.slice(range)) }
}

/// The scanners of a vocabulary, made once for all files.
package struct Scanners: Sendable {
  package let vocabulary: Vocabulary
  let ids: IDScanner
  let statuses: StatusScanner
  let owners: OwnerScanner
  let dependencies: DependencyScanner
  let events: EventScanner
  let declarations: DeclarationScanner
  let claims: ClaimScanner

  package init(_ vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
    ids = IDScanner(vocabulary)
    statuses = StatusScanner(vocabulary)
    owners = OwnerScanner(vocabulary)
    dependencies = DependencyScanner(vocabulary)
    events = EventScanner(vocabulary)
    declarations = DeclarationScanner(vocabulary)
    claims = ClaimScanner(vocabulary)
  }
}
