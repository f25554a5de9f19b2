import SprintTesting
import Testing

/// What a terminal obeys never reaches one from a file, and not at all where there is no terminal.
struct TerminalTests {
  private static let hostile = "\u{1B}[31mred\u{1B}]0;title\u{7}\u{8}\u{7F}\u{9B}2J\u{202E}x"

  private func folder() throws -> TemporaryFolder {
    let text =
      "# Sprint \(Self.hostile)\n\n" + Trackers.header
      + "| 1 | A1 | \(Self.hostile) | Depends on A1 \(Self.hostile) | \(Self.hostile) | Run `a | \(Self.hostile)`. |\n"
      + "\n## Execution Log\n| Date (UTC) | Update | Owner |\n| --- | --- | --- |\n| \(Self.hostile) | A1 completed. | \(Self.hostile) |\n"
    return try TemporaryFolder(["SPRINT_10_\(Self.hostile).md": text])
  }

  private func isHarmless(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0x00..<0x20, 0x7F, 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }

  @Test(arguments: ["text", "concise", "github"]) func `a report of a hostile file is harmless`(format: String)
    async throws
  {
    let run = try await Sprintmark.run(["lint", "--format", format], in: try folder())
    #expect(run.status == 1)
    #expect(run.outputText.contains("SM301") && run.outputText.contains("SM502") && run.outputText.contains("SM101"))
    #expect(isHarmless(run.output))
    #expect(isHarmless(run.errors))
  }

  @Test func `complaints about hostile names are harmless`() async throws {
    for arguments in [
      ["lint", "no\(Self.hostile)"], ["explain", "no\(Self.hostile)"], ["lint", "--select", "no\(Self.hostile)"],
    ] {
      let run = try await Sprintmark.run(arguments, in: try folder())
      #expect(run.status == 2)
      #expect(!run.errors.isEmpty)
      #expect(isHarmless(run.errors))
    }
  }

  @Test func `nothing is coloured where there is no terminal`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.stale])
    for arguments in [["lint"], ["rules"], ["explain", "SM304"], ["--help"], ["lint", "--help"]] {
      let run = try await Sprintmark.run(arguments, in: folder)
      #expect(!run.output.contains(0x1B))
    }
  }

  @Test func `JSON escapes what a terminal obeys`() async throws {
    let forms = ["json", "jsonl", "sarif", "gitlab", "rdjson"].map { ["lint", "--format", $0] }
    for arguments in forms + [["compile"]] {
      let run = try await Sprintmark.run(arguments, in: try folder())
      #expect(run.outputText.contains("\\u001b[31mred"))
      #expect(run.output.allSatisfy { $0 == 0x0A || ($0 >= 0x20 && $0 != 0x7F) })
    }
  }
}
