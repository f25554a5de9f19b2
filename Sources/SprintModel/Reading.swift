package import SprintSource

/// How a table, a list or a block was read: the reader's account of itself.
package struct Reading: Sendable, Equatable {
  package enum Subject: String, Sendable {
    case table, list, block
  }

  package enum Verdict: Sendable, Equatable {
    /// As so many tasks, in a dialect.
    case tasks(Int, dialect: String)
    /// As groups of the sprint.
    case groups(Int, dialect: String)
    /// As so many entries of the log.
    case log(Int)
    /// Not as tasks.
    case notTasks(Reason)
  }

  package enum Reason: Sendable, Equatable {
    /// A header says that something else is listed.
    case foreignHeader(String)
    /// No column holds ids; these headers are not in the vocabulary.
    case noIDs(unknown: [String])
    /// There are ids, and nothing that only work has.
    case noWork(unknown: [String])
    /// No state is known, and neither a header nor a heading says that it lists tasks.
    case noStates
    /// It has a column of ids and one of states, below headers that are not in the vocabulary.
    case unknownHeaders(ids: String, states: String)
    /// Bullets begin with ids, and no heading above announces tasks.
    case notAnnounced
    /// It stands in the log.
    case inLog
  }

  package let subject: Subject
  package let verdict: Verdict
  /// The header, the first bullet or the heading.
  package let range: ByteRange

  package init(_ subject: Subject, _ verdict: Verdict, at range: ByteRange) {
    self.subject = subject
    self.verdict = verdict
    self.range = range
  }
}

extension Reading.Reason: CustomStringConvertible {
  package var description: String {
    func names(_ headers: [String]) -> String {
      headers.isEmpty ? "" : "; not in the vocabulary: " + headers.map { "\"\($0)\"" }.joined(separator: ", ")
    }
    return switch self {
    case .foreignHeader(let header): "the header \"\(header)\" says that it lists something else"
    case .noIDs(let unknown): "no column holds task ids" + names(unknown)
    case .noWork(let unknown): "no column for a status, an estimate, an owner or a dependency" + names(unknown)
    case .noStates: "no header and no heading names tasks, and no cell holds a state that is known"
    case .unknownHeaders(let ids, let states):
      "\"\(ids)\" seems to hold task ids and \"\(states)\" states, but neither name is in the vocabulary"
    case .notAnnounced: "no heading above it announces tasks"
    case .inLog: "it stands in the log"
    }
  }
}
