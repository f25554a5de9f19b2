package import SprintSource

/// Something that can be wrong in trackers, and how to see it.
///
/// A rule is one constant in a file of its own, and one line in ``Rule/catalogue``. (A class, as each sprint goes through all
/// rules, and a copy of a structure would copy all its texts.)
package final class Rule: Sendable {
  /// Stable, and never given to another rule: `SM304`.
  package let code: String
  /// What people call it: `stale-block`.
  package let name: String
  /// Unless configured otherwise.
  package let severity: Severity
  package let documentation: Documentation
  /// What a team can decide about it besides its severity.
  package let options: [RuleOption]
  let check: Check

  /// What a rule looks at.
  enum Check: Sendable {
    /// One sprint at a time, with the whole workspace at hand.
    case sprint(@Sendable (SprintContext, inout Report) -> Void)
    /// The workspace as a whole.
    case workspace(@Sendable (WorkspaceContext, inout Report) -> Void)
    /// What comments say to leave alone in one sprint, once all other rules have run; with the codes of those that have.
    case suppressions(@Sendable (SprintContext, Suppressions, Set<String>, inout Report) -> Void)
  }

  /// What a finding carries of its rule.
  struct Tag: Sendable {
    let code: String
    let name: String
    let severity: Severity
  }

  var tag: Tag { Tag(code: code, name: name, severity: severity) }

  /// What `explain` prints. A test runs the examples.
  package struct Documentation: Sendable {
    /// What is wrong, in one line without a full stop.
    package let summary: String
    /// Why it matters.
    package let why: String
    /// A tracker in which the rule finds something; made when it is asked for, as few runs do.
    package var firing: String { makeFiring() }
    private let makeFiring: @Sendable () -> String
    /// Much the same tracker, in order.
    package let passing: String
    /// What to do, and what `--fix` does.
    package let remedy: String
    /// Whether it can mend the tracker in which it finds something, and how surely; nil where a person has to.
    package let fix: Fix.Applicability?

    init(
      _ summary: String, why: String, firing: @autoclosure @escaping @Sendable () -> String, passing: String,
      remedy: String, fix: Fix.Applicability? = nil
    ) {
      self.summary = summary
      self.why = why
      makeFiring = firing
      self.passing = passing
      self.remedy = remedy
      self.fix = fix
    }
  }

  init(
    _ code: String, _ name: String, _ severity: Severity, _ documentation: Documentation, options: [RuleOption] = [],
    _ check: Check
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.documentation = documentation
    self.options = options
    self.check = check
  }
}
