import SprintSource

extension Carrier {
  /// UTF-8 that was decoded with an 8-bit character set and encoded again.
  package static let mojibake = Carrier(.mojibake) { Mojibake($0)?.damage }
}

/// Text decoded with the wrong character set, proved by encoding it again.
private struct Mojibake {
  private let file: SourceFile
  private let charset: EightBitCharset
  private let tally: Tally

  /// What a character set makes of the runs outside ASCII.
  private struct Tally {
    var runs = 0
    /// Runs that the set explains.
    var explained = 0
    /// The evidence outside code, where people quote garbled text on purpose.
    var weight = 0
    /// The first run that is evidence.
    var first: Bytes?
    /// Runs that are proved to be garbled.
    var proved = 0

    var isProved: Bool { weight > 1 }
    /// Everything in the file is explained, and nothing is left out for being too much.
    var explainsAll: Bool { explained == runs && runs <= Mojibake.limit }
  }

  /// More edits than that are no longer a repair to make silently.
  private static let limit = 1 << 17

  init?(_ file: SourceFile) {
    let runs = NonASCIIRuns(in: file)
    guard runs.contains(where: \.holdsSeveralScalars) else { return nil }
    let candidates = EightBitCharset.all.map { ($0, Self.tally(runs, of: file, in: $0)) }.filter { $0.1.isProved }
    // The first of equals: `max(by:)` gives the last.
    guard var best = candidates.first else { return nil }
    for candidate in candidates.dropFirst() {
      let (old, new) = (best.1, candidate.1)
      if (new.explainsAll ? 1 : 0, new.weight) > (old.explainsAll ? 1 : 0, old.weight) { best = candidate }
    }
    self.file = file
    (charset, tally) = best
  }

  private static func tally(_ runs: NonASCIIRuns, of file: SourceFile, in charset: EightBitCharset) -> Tally {
    var tally = Tally()
    var code = CodeFinder(file)
    for run in runs {
      tally.runs += 1
      guard run.holdsSeveralScalars, let garbled = GarbledRun(run, in: charset) else { continue }
      tally.explained += 1
      guard garbled.weight > 0, !code.isCode(at: run.startIndex) else { continue }
      tally.weight += garbled.weight
      tally.proved += 1
      if tally.first == nil { tally.first = run }
    }
    return tally
  }

  var damage: Damage? {
    guard let first = tally.first else { return nil }
    let range = first.clipped(to: 60).range
    return Damage(edits: edits, isCertain: tally.explainsAll, range: range, evidence: evidence(of: first))
  }

  private func evidence(of first: Bytes) -> String {
    let share =
      tally.runs == 1 ? "the one run" : "\(tally.explainsAll ? "all" : "\(tally.proved) of") \(tally.runs) runs"
    let claim =
      "encoded as \(charset.name), \(share) of characters outside ASCII \(tally.runs == 1 ? "is" : "are") UTF-8"
    guard first.count < 60, let meant = GarbledRun(first, in: charset)?.meant else { return claim }
    return claim + ", such as \u{201C}\(first.string)\u{201D} for \u{201C}\(Bytes(meant).string)\u{201D}"
  }

  private var edits: [TextEdit] {
    var edits: [TextEdit] = []
    var code = CodeFinder(file)
    for run in NonASCIIRuns(in: file) where edits.count < Self.limit {
      guard run.holdsSeveralScalars, let garbled = GarbledRun(run, in: charset) else { continue }
      // Where the set does not explain the whole file, each run must prove itself.
      guard tally.explainsAll || (garbled.weight > 0 && !code.isCode(at: run.startIndex)) else { continue }
      edits.append(TextEdit(run.range, garbled.meant))
    }
    return edits
  }
}

extension Bytes {
  /// Whether a run of characters outside ASCII has more than one.
  ///
  /// One alone is never garbled: each byte of what was meant makes a character, and there are two or more.
  fileprivate var holdsSeveralScalars: Bool { !isEmpty && scalar(at: startIndex).length < count }
}
