import SprintReader
import SprintSource

extension FuzzTarget {
  /// Bytes are mended: each repair is what its damage says, keeps what is written, and leads back to the file.
  static let carriers = FuzzTarget("carriers", seeds: trackers) { bytes in
    let (mended, findings) = Carrier.mend(file(bytes))
    return first(
      { mended.disk == bytes ? nil : "the bytes on disk are others" },
      { repairFault(findings, bytes, mended) },
      { offsetFault(mended) },
      {
        let outside = mended.damages.first { $0.range.upper > bytes.count }
        return outside.map { "the damage \($0.kind) at \($0.range) lies outside of the file" }
      })
  }

  /// Goes the way again that the findings tell of.
  private static func repairFault(_ findings: [Carrier.Finding], _ bytes: [UInt8], _ mended: SourceFile) -> String? {
    var text = bytes
    for finding in findings where finding.damage.isCertain {
      let next = TextEdit.apply(finding.damage.edits, to: text).text
      if next == text { return "the repair \(finding.kind) changes nothing" }
      if finding.kind == .flattened, words(next) != words(text) { return "line breaks are found again, and words lost" }
      if finding.kind == .mojibake, Bytes(text).isWellFormed, !Bytes(next).isWellFormed {
        return "characters are found again that are none"
      }
      text = next
    }
    return text == mended.text ? nil : "the findings tell of other repairs than were made"
  }

  /// All but white space.
  private static func words(_ text: [UInt8]) -> [UInt8] { text.filter { !$0.isSpace } }

  /// Places of the text lead to places of the file, in the same order.
  private static func offsetFault(_ file: SourceFile) -> String? {
    guard !file.repairs.isEmpty else { return nil }
    var last = 0
    for offset in 0...file.text.count {
      let place = file.onDisk(.empty(at: offset)).lower
      if place < last || place > file.disk.count { return "byte \(offset) leads to \(place), behind \(last)" }
      last = place
    }
    return nil
  }
}
