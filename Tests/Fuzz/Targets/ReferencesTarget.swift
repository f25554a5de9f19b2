import SprintModel
import SprintReader
import SprintSource

extension FuzzTarget {
  /// A cell is read for ids, dependencies, states and owners: what is found stands in the cell, and is the same wherever
  /// the cell stands.
  static let references = FuzzTarget("references", seeds: [corpus + "references"]) { bytes in
    let here = cell(Bytes(bytes))
    let pad = Array("| TODO OPS-1-001 | ".utf8)
    let there = cell(Bytes(pad + bytes + Array(" | OPS-2-002".utf8))[pad.count..<(pad.count + bytes.count)])
    let places = here.map { ByteRanges.all(in: $0.value) }
    for (place, (name, value)) in here.enumerated() {
      if let outside = places[place].first(where: { $0.range.upper > bytes.count }) {
        return "\(name) \(outside.path) at \(outside.range) lies outside of the cell"
      }
      let moved = ByteRanges.all(in: there[place].value).map {
        ByteRange($0.range.lower - pad.count, $0.range.upper - pad.count)
      }
      if places[place].map(\.range) != moved { return "\(name): other places where the cell stands elsewhere" }
      if value.said != there[place].value.said { return "\(name): something else where the cell stands elsewhere" }
    }
    return valueFault(here, bytes)
  }

  /// What a scanner has found.
  private struct Scan {
    let values: Any
    /// The texts of it.
    let said: [String]
    let located: [LocatedText]
  }

  private static func cell(_ cell: Bytes) -> [(name: String, value: Scan)] {
    var scans: [(String, Scan)] = []
    for field in [DependencyScanner.Context.FieldKind.dependencies, .text] {
      for isBlocked in [false, true] {
        let context = DependencyScanner.Context(
          id: TaskID("OPS-12-001"), others: [TaskID("OPS-12-002")], shortIDs: ["A1", "D3"], isBlocked: isBlocked,
          field: field)
        let found = dependencies.references(in: cell, context)
        let said = found.map { "\($0.kind) \($0.text.value) \($0.form)" }
        scans.append(("references", Scan(values: found, said: said, located: found.map(\.text))))
      }
    }
    let declared = ids.declarations(in: cell).ids
    scans.append(("declarations", Scan(values: declared, said: declared.map(\.value.text), located: [])))
    let status = statuses.status(in: cell)
    scans.append(
      ("status", Scan(values: status, said: [status.state.rawValue, status.text.value], located: [status.text])))
    let (people, paths) = owners.owners(in: cell)
    scans.append(
      ("owners", Scan(values: (people, paths), said: people.map(\.name.value) + paths.map(\.value), located: paths)))
    return scans
  }

  /// Texts are those of their places, but for hyphens that are made plain.
  private static func valueFault(_ scans: [(name: String, value: Scan)], _ bytes: [UInt8]) -> String? {
    for (name, scan) in scans {
      for value in scan.located where plain(value.value) != plain(Bytes(bytes).at(value.range).string) {
        return "\(name): \(value.value.debugDescription) is \(Bytes(bytes).at(value.range).string.debugDescription)"
      }
    }
    return nil
  }

  private static func plain(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { ("\u{2010}"..."\u{2015}").contains($0) ? "-" : $0 }
  }

  private static let dependencies = DependencyScanner(.standard)
  private static let ids = IDScanner(.standard)
  private static let statuses = StatusScanner(.standard)
  private static let owners = OwnerScanner(.standard)
}
