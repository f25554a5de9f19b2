extension Dialect {
  /// `- [ ] **INFRA-002** (2 SP) - Title`, and below it, indented, `- **Assignee**: …`.
  static let fieldBullets = Dialect("field-bullets", .bullets(Bullets(hasFields: true)))
}
