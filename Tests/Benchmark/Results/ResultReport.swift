import SprintDriver

/// Results as people read them.
struct ResultReport: Sendable {
  let results: BenchmarkResults

  /// Tables for a terminal.
  var text: String {
    var parts: [String] = []
    if let file = results.file { parts.append("One file of \(file.subject.bytes) bytes\n" + table(file)) }
    for folder in results.folders {
      let megabytes = Decimal.text(Double(folder.subject.bytes) / 1e6, places: 1)
      parts.append("\(folder.subject.trackers) trackers, \(megabytes) MB\n" + table(folder))
    }
    for folder in results.growth { parts.append("\(folder.subject.trackers) trackers, in turns\n" + table(folder)) }
    if let counted = results.counted, !results.instructions.isEmpty {
      var table = Table([.init("instructions"), .init("millions", isNumber: true)])
      for row in results.instructions {
        table.add([row.command.rawValue, Decimal.text(Double(row.count) / 1e6, places: 1)])
      }
      parts.append("\(counted.trackers) trackers, by callgrind\n" + Self.text(table))
    }
    var table = Table([.init("target"), .init("at most", isNumber: true), .init("is", isNumber: true), .init("")])
    for target in results.targets {
      let isMet = target.isMet.map { $0 ? "met" : "not met" } ?? "not measured"
      table.add([target.name, Self.text(target.limit, target.unit), Self.text(target.value, target.unit), isMet])
    }
    return (parts + [Self.text(table)]).joined(separator: "\n")
  }

  /// The table that the README shows: ratios, which mean something on other machines too.
  var markdown: String {
    var lines = ["Measured on \(results.date), on \(results.cores) core\(results.cores == 1 ? "" : "s"):", ""]
    lines += ["| target | at most | measured |", "| --- | --- | --- |"]
    for target in results.targets {
      lines.append(
        "| \(target.name) | \(Self.text(target.limit, target.unit)) | \(Self.text(target.value, target.unit)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ group: BenchmarkResults.Group) -> String {
    var table = Table([
      .init("command"), .init("median ms", isNumber: true), .init("least", isNumber: true),
      .init("most", isNumber: true), .init("CPU ms", isNumber: true), .init("user", isNumber: true),
      .init("peak MB", isNumber: true), .init("rounds", isNumber: true),
    ])
    for row in group.rows {
      let times = [row.wall.median, row.wall.min, row.wall.max, row.cpu.median, row.user.median]
      let peak = row.peakMemory.map { Decimal.text(Double($0) / 0x10_0000, places: 1) } ?? "small"
      table.add([row.command.rawValue] + times.map { Decimal.text($0 * 1e3, places: 1) } + [peak, "\(row.rounds)"])
    }
    return Self.text(table)
  }

  private static func text(_ table: Table) -> String { table.text(width: nil, isColoured: false, indent: 2) }

  private static func text(_ value: Double?, _ unit: Target.Unit) -> String {
    guard let value else { return "–" }
    switch unit {
    case .ratio: return Decimal.text(value, places: 2)
    case .milliseconds: return Decimal.text(value, places: 1) + " ms"
    case .megabytes: return Decimal.text(value, places: 0) + " MB"
    }
  }
}
