import SprintSource
import SprintTesting
import Testing

/// What a terminal obeys never reaches one from a file, and not at all where there is no terminal.
struct TerminalTests {
  private static let hostile = "\u{1B}[31mred\u{1B}]0;title\u{7}\u{8}\u{7F}\u{9B}2J\u{202E}x\u{200B}y\u{FEFF}\u{E0041}z"

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
      default: !scalar.isHidden
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
      #expect(isHarmless(run.output))
    }
  }

  @Test(arguments: ["junit", "checkstyle"]) func `XML has numbers for what nobody would see`(format: String)
    async throws
  {
    let run = try await Sprintmark.run(["lint", "--format", format], in: try folder())
    #expect(run.outputText.contains("&#155;2J&#8238;x&#8203;y"))
    #expect(isHarmless(run.output))
  }

  @Test(arguments: ["list", "stats", "show A1", "why A1", "tree", "config", "fmt --check", "list --format json"])
  func `an answer about a hostile file is harmless`(command: String) async throws {
    let run = try await Sprintmark.run(command.split(separator: " ").map(String.init), in: try folder())
    #expect(!run.output.isEmpty)
    #expect(isHarmless(run.output))
    #expect(isHarmless(run.errors))
  }

  @Test func `what is wrong in a hostile configuration is told without harm`() async throws {
    let folder = try folder()
    for text in [
      "\"\\e[31m\\u202e\": 1\n", "extends: \"\\e[31m.yml\"\n", "rules: {\"\\e[31m\": off}\n", "\u{200B}a: 1\n",
      "owners: \u{1B}\n",
    ] {
      try folder.write(".sprintmark.yml", Array(text.utf8))
      let run = try await Sprintmark.run(["lint"], in: folder)
      #expect(run.status == 2)
      #expect(!run.errors.isEmpty && isHarmless(run.errors), "\(text)")
    }
  }

  /// What is for other programs reaches them as it is; a terminal only shows it.
  @Test(arguments: [
    "fmt --diff", "lint --diff", "compile --emit csv", "compile --emit markdown", "compile --emit ndjson",
    "compile --emit dot",
    "compile --emit mermaid", "compile --emit json", "fmt - --stdin-filename SPRINT_12.md",
  ])
  func `on a terminal data is harmless`(command: String) async throws {
    let folder = try folder()
    let program = """
      import os, pty, subprocess, sys
      leader, follower = pty.openpty()
      source = open("input.md", "rb")
      process = subprocess.Popen(["sprintmark"] + sys.argv[1:], stdin=source, stdout=follower, stderr=subprocess.DEVNULL)
      os.close(follower)
      data = b""
      try:
          while piece := os.read(leader, 1 << 16): data += piece
      except OSError: pass
      process.wait()
      sys.stdout.buffer.write(data.replace(b"\\r\\n", b"\\n"))
      """
    let text = Trackers.header + "|1|A1|TODO|None|\(Self.hostile)|Run `a|\(Self.hostile)`.|\n"
    try folder.write("input.md", Array(text.utf8))
    try folder.write("SPRINT_11.md", Array(text.replacing("|\(Self.hostile)`", with: "`").utf8))
    try folder.write("show.py", Array(program.utf8))
    let shown = try await Sprintmark.shell("python3 show.py \(command)", in: folder)
    #expect(shown.status == 0 && !shown.output.isEmpty, "\(shown.errorText)")
    #expect(isHarmless(shown.output))
    let piped = try await Sprintmark.shell("sprintmark \(command) < input.md", in: folder)
    #expect(piped.output.count { $0 == 0x0A } == shown.output.count { $0 == 0x0A })
  }
}
