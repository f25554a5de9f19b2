/// How much files may hold, so that none of them costs seconds or hundreds of megabytes, whatever it holds.
package struct Limits: Sendable, Equatable {
  /// What is limited; the names are those of the configuration.
  package enum Kind: String, Sendable, CaseIterable {
    /// The bytes of a file.
    case fileSize
    /// The bytes of a line, without its end.
    case lineLength
    /// The lists and quotes that stand inside each other.
    case nesting
    /// The columns of a table.
    case columns
    /// The cells of all tables of a file. GFM fills up short rows (GFM §4.10): each row has as many as there are columns.
    case cells
    /// The line ends, pipes, list markers and signs of inline markup of a file: for each the parser makes a node or two.
    case marks
    /// The bytes that references to link definitions would be written out to: those of the longest definition, as often
    /// as a bracket is closed. cmark-gfm copies where a link leads to each reference.
    case linkText
    /// The tasks of a file.
    case tasks
    /// What the tasks of a file wait for, counted once for each row, and the tasks that its statements speak of.
    case dependencies
    /// The bytes of rows that declare several tasks, counted for each task: all that a row says is said of each.
    case sharedText
    /// The tasks and sprints that references which mean several things stand for in a workspace: ranges, parts of ids,
    /// numbers of sprints. Each is counted as often as it is meant.
    case references
    /// The files of a workspace.
    case files
    /// The bytes of all files of a workspace.
    case workspaceSize
  }

  private var values: [Kind: Int] = [:]

  package init() {}

  package subscript(kind: Kind) -> Int {
    get { values[kind] ?? kind.standard }
    // What is said but changes nothing is no difference.
    set { values[kind] = newValue == kind.standard ? nil : newValue }
  }

  /// The values that a limit can have.
  package static let range = 1...Int(Int32.max)
}

extension Limits.Kind {
  /// The limit that holds where nothing is configured.
  package var standard: Int {
    switch self {
    case .fileSize: 4 << 20
    case .lineLength: 128 << 10
    case .nesting: 100
    case .columns: 1_000
    case .cells: 200_000
    case .marks: 150_000
    case .linkText: 16 << 20
    case .tasks: 20_000
    case .dependencies: 50_000
    case .sharedText: 2 << 20
    case .references: 200_000
    case .files: 100_000
    case .workspaceSize: 512 << 20
    }
  }

  /// What is counted, in the plural.
  package var unit: String {
    switch self {
    case .fileSize, .lineLength, .linkText, .sharedText, .workspaceSize: "bytes"
    case .nesting: "lists and quotes"
    case .columns: "columns"
    case .cells: "cells"
    case .marks: "marks"
    case .tasks, .references: "tasks"
    case .dependencies: "references"
    case .files: "files"
    }
  }
}
