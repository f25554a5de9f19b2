/// A rule that looks at one sprint at a time, without its documentation: each sprint goes through all rules, and threads that
/// count references to the same ones would hold each other up.
struct SprintRule: Sendable {
  let tag: Rule.Tag
  let check: @Sendable (SprintContext, inout Report) -> Void

  /// Nil where it looks at something else.
  init?(_ rule: Rule) {
    guard case .sprint(let check) = rule.check else { return nil }
    tag = rule.tag
    self.check = check
  }
}
