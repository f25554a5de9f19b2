/// Folders that tests look into.
package enum Places {
  /// The folder with `Package.swift`.
  package static let project: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// `Tests/Fixtures`: documents that several tests read.
  package static var fixtures: String { project + "/Tests/Fixtures" }

  /// `Tests/Trees`: folders of trackers, each with the tree of its blocked tasks.
  package static var trees: String { project + "/Tests/Trees" }

  /// `Tests/Queries`: a folder of trackers, and what queries answer.
  package static var queries: String { project + "/Tests/Queries" }

  /// `Tests/Reports`: a folder of trackers, and what `lint` writes of them in each form.
  package static var reports: String { project + "/Tests/Reports" }
}
