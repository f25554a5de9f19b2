import SprintDriver
import SprintTesting
import Testing

/// The recorder itself: it must not pass what it has not compared.
@Suite(.enabled(if: Environment.variable("RECORD") == nil))
struct GoldenTests {
  @Test func `a file that is missing is a difference`() {
    #expect(Golden.difference(from: "standard/nothing.json", got: []) != nil)
  }

  @Test func `the first line that differs is told`() throws {
    let path = "standard/SPRINT_310_harbour_gateway.json"
    let bytes = try FileSystem.read(Places.fixtures + "/" + path)
    #expect(Golden.difference(from: path, got: bytes) == nil)
    let cut = Golden.difference(from: path, got: Array(bytes[..<20]))
    #expect(cut?.hasPrefix("\(path):2: ") == true)
    #expect(Golden.difference(from: path, got: bytes + [0x0A]) != nil)
  }
}
