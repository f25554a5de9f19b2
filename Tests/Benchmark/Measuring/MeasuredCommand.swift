/// A command that is run again and again.
struct MeasuredCommand: Sendable, Equatable {
  /// What is done, the same for each folder.
  enum Kind: String, Codable, Sendable {
    case lint = "sprintmark lint"
    case compile = "sprintmark compile --emit json"
    case tree = "sprintmark tree"
    case fmt = "sprintmark fmt --check"
    case version = "sprintmark --version"
    case bareParse = "bare parse"
    case cmark = "cmark-gfm -e table"
    case rumdl = "rumdl"
    case rumdlCached = "rumdl, cached"
    case rumdlDefaults = "rumdl, all rules"
  }

  let kind: Kind
  /// The path of the program, and its arguments.
  let arguments: [String]
}
