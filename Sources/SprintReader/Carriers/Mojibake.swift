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
    guard runs.contains(where: { $0.holdsSeveralScalars }) else { return nil }
    let candidates = EightBitCharset.all.map { ($0, Self.tally(runs, in: $0)) }.filter { $0.1.isProved }
    // The first of equals: `max(by:)` gives the last.
    guard var best = candidates.first else { return nil }
    for candidate in candidates.dropFirst() {
      let (old, new) = (best.1, candidate.1)
      if (new.explainsAll ? 1 : 0, new.weight) > (old.explainsAll ? 1 : 0, old.weight) { best = candidate }
    }
    self.file = file
    (charset, tally) = best
  }

  private static func tally(_ runs: NonASCIIRuns, in charset: EightBitCharset) -> Tally {
    var tally = Tally()
    for run in runs {
      tally.runs += 1
      guard run.holdsSeveralScalars, let garbled = GarbledRun(run.text, in: charset) else { continue }
      tally.explained += 1
      guard garbled.weight > 0, !run.isInCode else { continue }
      tally.weight += garbled.weight
      tally.proved += 1
      if tally.first == nil { tally.first = run.text }
    }
    return tally
  }

  var damage: Damage? {
    guard let first = tally.first, let meant = GarbledRun(first, in: charset)?.meant else { return nil }
    let share =
      tally.runs == 1 ? "the one run" : "\(tally.explainsAll ? "all" : "\(tally.proved) of") \(tally.runs) runs"
    let verb = tally.runs == 1 ? "is" : "are"
    return Damage(
      edits: edits, isCertain: tally.explainsAll, range: ByteRange(of: first),
      evidence: """
        encoded as \(charset.name), \(share) of characters outside ASCII \(verb) UTF-8, \
        such as \u{201C}\(first.string)\u{201D} for \u{201C}\(meant[...].string)\u{201D}
        """)
  }

  private var edits: [TextEdit] {
    var edits: [TextEdit] = []
    for run in NonASCIIRuns(in: file) where edits.count < Self.limit {
      guard run.holdsSeveralScalars, let garbled = GarbledRun(run.text, in: charset) else { continue }
      // Where the set does not explain the whole file, each run must prove itself.
      guard tally.explainsAll || (garbled.weight > 0 && !run.isInCode) else { continue }
      edits.append(TextEdit(ByteRange(of: run.text), garbled.meant))
    }
    return edits
  }
}
