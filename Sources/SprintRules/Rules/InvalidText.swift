import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let invalidText = Rule(
    "SM602", "invalid-text", .error,
    Documentation(
      "the file holds something that no text holds",
      why: """
        Bytes that are not UTF-8, NUL characters and carriage returns without a line feed are shown by each
        program in its own way, or end the file for it: what one reader sees, the next does not.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build\u{0} and test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build — and test. |
        """,
      remedy: "Save the file as UTF-8 with LF at the end of each line; most editors offer both when saving."),
    .sprint { context, report in
      let places = context.sprint.invalidText
      let disk = context.file.disk
      if disk.starts(with: [0xFF, 0xFE]) || disk.starts(with: [0xFE, 0xFF]) {
        report.add(
          "this file is UTF-16, not UTF-8", onDisk: ByteRange(0, 2), in: context.index, key: "utf-16",
          help: "save it as UTF-8; most editors offer encodings when saving")
        return
      }
      for kind in Kind.allCases {
        let found = places.filter { kind.covers($0.value) }
        guard let first = found.first else { continue }
        // The list of places ends where it is too long to be of use.
        let count =
          found.count == 1
          ? "" : ", and in \(places.count < 1_000 ? "" : "at least ")\(Words.counted(found.count - 1, "more place"))"
        report.add(
          kind.message(of: first.value) + " here" + count, at: first.range, in: context.index, key: kind.rawValue,
          help: kind.help)
      }
    })

  private enum Kind: String, CaseIterable {
    case invalidUTF8, nul, carriageReturn

    func covers(_ one: SprintSource.InvalidText) -> Bool {
      switch one {
      case .invalidUTF8: self == .invalidUTF8
      case .nul: self == .nul
      case .loneCarriageReturn: self == .carriageReturn
      }
    }

    func message(of first: SprintSource.InvalidText) -> String {
      switch first {
      case .invalidUTF8(let byte):
        "the file is not UTF-8: the byte 0x\(String(byte, radix: 16, uppercase: true)) stands"
      case .nul: "a NUL character stands"
      case .loneCarriageReturn: "a carriage return without a line feed stands"
      }
    }

    var help: String {
      switch self {
      case .invalidUTF8: "open the file with the encoding that it was written in, and save it as UTF-8"
      case .nul: "delete it; where every second byte is one, the file is UTF-16: save it as UTF-8"
      case .carriageReturn: "save the file with LF at the end of each line"
      }
    }
  }
}
