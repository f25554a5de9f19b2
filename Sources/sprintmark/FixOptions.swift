import ArgumentParser
import SprintDriver
import SprintSource

/// What is fixed.
struct FixOptions: ParsableArguments {
  @Flag(help: "Fix what can be fixed without losing anything, and report what is left.")
  var fix = false

  @Flag(help: "With --fix or --diff: also make fixes that a person should look at afterwards.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would do as a patch, and write nothing.")
  var diff = false

  @Flag(help: "With --fix: end with 1 if anything was fixed, even if nothing is left.")
  var exitNonZeroOnFix = false

  func validate() throws {
    if fix, diff { throw ValidationError("--fix and --diff exclude each other") }
    if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes belongs to --fix or --diff") }
    if exitNonZeroOnFix, !fix { throw ValidationError("--exit-non-zero-on-fix belongs to --fix") }
  }

  var isUsed: Bool { fix || diff }

  /// Says what was fixed, or would be, and what was not.
  ///
  /// - Parameters:
  ///   - outcome: what came of fixing.
  ///   - unwritten: paths of files that could not be written.
  /// - Returns: whether all fixes that there are were made.
  func report(_ outcome: Fixer.Outcome, unwritten: Set<String>) -> Bool {
    for refusal in outcome.refusals {
      let codes = refusal.codes.joined(separator: ", ")
      let (effect, help) =
        switch refusal.reason {
        case .losses(let lost):
          (
            "would lose \(lost[0])\(lost.count > 1 ? " and \(lost.count - 1) more" : "")",
            "this is a defect of sprintmark; mend the finding by hand"
          )
        case .excess(let excess): ("would make too much of it: \(excess.description)", excess.help)
        }
      Output.complain(
        """
        error: \(Display.safe(refusal.path)) is left as it is: a fix of \(codes) \(Display.safe(effect))
           = help: \(help)
        """)
    }
    let fixed = outcome.files.filter { !unwritten.contains($0.path) }
    let counts = fixed.reduce(into: [String: Int]()) { $0.merge($1.counts, uniquingKeysWith: +) }
    let count = counts.values.reduce(0, +)
    let isComplete = outcome.refusals.isEmpty && unwritten.isEmpty
    guard count > 0 else { return isComplete }
    let rules = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let findings = "\(count) finding\(count == 1 ? "" : "s")"
    let files = "\(fixed.count) file\(fixed.count == 1 ? "" : "s")"
    Output.complain("\(diff ? "would fix" : "fixed") \(findings) in \(files): \(rules)")
    return isComplete
  }
}
