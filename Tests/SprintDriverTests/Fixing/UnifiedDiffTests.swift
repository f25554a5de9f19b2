import SprintDriver
import SprintTesting
import Testing

struct UnifiedDiffTests {
  private static func patch(_ before: String, _ after: String, path: String = "a.md") -> String {
    String(
      decoding: UnifiedDiff.patch(from: Array(before.utf8), to: Array(after.utf8), path: path), as: UTF8.self)
  }

  private static func lines(_ range: ClosedRange<Int>) -> String { range.map { "\($0)\n" }.joined() }

  @Test func `a change is shown with three lines around it`() {
    let before = Self.lines(1...9)
    #expect(
      Self.patch(before, before.replacing("5", with: "five")) == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func `changes that are near each other share a hunk, others do not`() {
    func hunks(_ gap: Int) -> Int {
      let before = "x\n" + Self.lines(1...gap) + "y\n"
      return Self.patch(before, before.replacing("x", with: "X").replacing("y", with: "Y"))
        .split(separator: "\n").count { $0.hasPrefix("@@") }
    }
    #expect(hunks(6) == 1)
    #expect(hunks(7) == 2)
  }

  @Test func `nothing changed, nothing shown`() {
    #expect(Self.patch("a\n", "a\n") == "")
    #expect(Self.patch("", "") == "")
  }

  @Test(arguments: [
    ("a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
    ("a\n", "a", "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"),
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"), ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ("a\r\nb\r\n", "a\nb\r\n", "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\r\n"),
  ])
  func `ends of lines and files are kept`(before: String, after: String, hunk: String) {
    #expect(Self.patch(before, after) == "--- a/a.md\n+++ b/a.md\n" + hunk)
  }

  /// Two texts, the second of which came from the first by random edits.
  private static func texts(_ seed: Int) -> (String, String) {
    var random = SeededGenerator(seed)
    let size = random.once(in: 20) ? 900 : random.number(0...40)
    var lines = (0..<size).map { _ in "\(random.number(0...(size < 100 ? 9 : 2_000)))" }
    let before = lines
    for _ in 0..<random.number(0...8) {
      let place = random.number(0...lines.count)
      switch random.number(0...3) {
      case 0: lines.insert("new \(random.number(0...9))", at: place)
      case 1 where place < lines.count: lines.remove(at: place)
      case 2 where place < lines.count: lines.swapAt(place, random.number(0...(lines.count - 1)))
      default: lines.reverse()
      }
    }
    func text(_ lines: [String]) -> String {
      lines.joined(separator: random.once(in: 5) ? "\r\n" : "\n") + (random.once(in: 3) || lines.isEmpty ? "" : "\n")
    }
    return (text(before), text(lines))
  }

  @Test func `git applies each patch, and has the new text then`() async throws {
    let folder = try TemporaryFolder()
    var patches: [UInt8] = []
    var expected: [String: String] = [:]
    for seed in 1...300 {
      let (before, after) = Self.texts(seed)
      let path = "f\(seed).md"
      guard before != after, !before.isEmpty, !after.isEmpty else { continue }
      try folder.write(path, Array(before.utf8))
      patches += UnifiedDiff.patch(from: Array(before.utf8), to: Array(after.utf8), path: path)
      expected[path] = after
    }
    #expect(expected.count > 150)
    let run = try await Run.of("git", ["apply", "--whitespace=nowarn", "-"], input: patches, in: folder.path)
    #expect(run.status == 0, "\(run.errorText)")
    for (path, text) in expected {
      #expect(String(decoding: try FileSystem.read("\(folder.path)/\(path)"), as: UTF8.self) == text, "\(path)")
    }
  }

  @Test(arguments: ["a b.md", "ä.md", "a\"b.md", "a\\b.md", "a\tb.md", "a\nb.md", "-a.md", "日本/a.md"])
  func `git finds files of any name`(name: String) async throws {
    let folder = try TemporaryFolder([:])
    try folder.write(name, Array("one\n".utf8))
    let patch = UnifiedDiff.patch(from: Array("one\n".utf8), to: Array("two\n".utf8), path: name)
    let run = try await Run.of("git", ["apply", "-"], input: patch, in: folder.path)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(try FileSystem.read("\(folder.path)/\(name)") == Array("two\n".utf8))
  }

  @Test func `long texts that have little in common are compared all the same`() {
    let before = (0..<20_000).map { "a\($0)\n" }.joined()
    let after = (0..<20_000).map { $0 % 1_000 == 0 ? "a\($0)\n" : "b\($0)\n" }.joined()
    let patch = Self.patch(before, after)
    #expect(patch.split(separator: "\n").count { $0.hasPrefix(" a") } == 20)
  }
}
