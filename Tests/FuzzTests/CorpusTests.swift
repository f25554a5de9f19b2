import SprintDriver
import SprintFuzzing
import SprintTesting
import Testing

/// What `make fuzz` holds against made bytes, held against those that it begins with: defects that it has found are
/// among them.
struct CorpusTests {
  @Test(arguments: FuzzTarget.all.map(\.name)) func `what has to hold for any bytes holds for the seeds`(
    _ name: String
  ) throws {
    let target = try #require(FuzzTarget.named(name))
    let files = target.seeds
    #expect(!files.isEmpty)
    for file in files { #expect(target.fault(try FileSystem.read(file)) == nil, "\(file)") }
  }

  @Test(arguments: FuzzTarget.all.map(\.name)) func `what has to hold for any bytes holds for seeds that are cut off`(
    _ name: String
  ) throws {
    let target = try #require(FuzzTarget.named(name))
    for file in target.seeds where !file.hasPrefix(Places.fixtures) {
      let bytes = try FileSystem.read(file)
      for count in stride(from: 0, to: bytes.count, by: 1 + bytes.count / 40) {
        #expect(target.fault(Array(bytes[..<count])) == nil, "\(file), the first \(count) bytes")
      }
    }
  }
}
