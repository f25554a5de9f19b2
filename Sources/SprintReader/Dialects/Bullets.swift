extension Dialect {
  /// `- [ ] HELM-101: …` or `- **A1**: …`, in groups such as `### Epic A — Name`.
  static let bullets = Dialect("bullets", .bullets(Bullets(hasFields: false)))
}
