import SprintDriver
import SprintSource

extension FuzzTarget {
  /// Bytes are read as a baseline, and as the words of one: what is written is read again as it was.
  static let baseline = FuzzTarget("baseline", seeds: [corpus + "baseline"]) { bytes in
    let file = SourceFile(path: "baseline.json", bytes: bytes)
    do throws(ConfigurationError) {
      return rewritingFault(try BaselineReader.read(file))
    } catch {
      return fault(in: error, of: file) ?? rewritingFault(madeOf(bytes))
    }
  }

  /// A baseline with the lines of a text as its words.
  private static func madeOf(_ bytes: [UInt8]) -> Baseline {
    let lines = Bytes(bytes).split(separator: 0x0A, omittingEmptySubsequences: false).map(\.string)
    return Baseline(
      stride(from: 0, to: lines.count - 3, by: 4).map { place in
        Baseline.Entry(
          fingerprint: "\(place)", code: lines[place], path: lines[place + 1], task: lines[place + 2],
          message: lines[place + 3])
      })
  }

  private static func rewritingFault(_ baseline: Baseline) -> String? {
    do throws(ConfigurationError) {
      let again = try BaselineReader.read(SourceFile(path: "again.json", bytes: baseline.json))
      return again == baseline ? nil : "written and read again it is another one"
    } catch {
      return "what is written cannot be read: \(error)"
    }
  }
}
