/// How much a finding matters.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case off
  case information
  case warning
  case error

  private var rank: Int {
    switch self {
    case .off: 0
    case .information: 1
    case .warning: 2
    case .error: 3
    }
  }

  package static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }
}
