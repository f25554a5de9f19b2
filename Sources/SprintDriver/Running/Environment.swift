import Glibc

/// What the process was started with.
package enum Environment {
  /// The words of the command line behind the name of the program; those that name files may be no UTF-8.
  package static var arguments: [String] {
    let words = unsafe CommandLine.unsafeArgv
    return (1..<max(1, Int(CommandLine.argc))).compactMap { place in
      unsafe words[place].map { unsafe FileSystem.name($0) }
    }
  }

  /// The value of a variable; nil where it is not set.
  package static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  package static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  package static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of the terminal that standard output is; nil where it is none, or does not say.
  package static var outputWidth: Int? {
    guard isOutputTerminal else { return nil }
    var size = winsize()
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return variable("COLUMNS").flatMap(Int.init)
  }

  /// Whether to colour standard output (no-color.org).
  package static var usesColour: Bool { isOutputTerminal && allowsColour }
  /// Whether to colour standard error.
  package static var usesErrorColour: Bool { isErrorTerminal && allowsColour }

  private static var allowsColour: Bool { (variable("NO_COLOR") ?? "").isEmpty }
}
