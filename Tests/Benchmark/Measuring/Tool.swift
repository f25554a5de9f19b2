/// A program that the benchmark calls.
enum Tool: String, CaseIterable, Sendable {
  case cmark = "cmark-gfm"
  case compiler = "cc"
  case rumdl
  case strip
  case valgrind

  /// How it gets onto a machine.
  var help: String {
    switch self {
    case .cmark: "`apt-get install cmark-gfm` installs it"
    case .compiler: "`apt-get install gcc libcmark-gfm-dev libcmark-gfm-extensions-dev` installs it and what it needs"
    case .rumdl: "`python3 -m venv .build/venv && .build/venv/bin/pip install rumdl` installs it"
    case .strip: "`apt-get install binutils` installs it"
    case .valgrind: "`apt-get install valgrind` installs it"
    }
  }

  /// What cannot be measured without it.
  var loss: String {
    switch self {
    case .cmark: "no row for cmark-gfm"
    case .compiler: "no row for the bare parse"
    case .rumdl: "no rows for rumdl"
    case .strip: "no count of sprintmark's instructions"
    case .valgrind: "no count of instructions"
    }
  }
}
