import Foundation
import SprintSource
import SprintTesting
import Testing

/// Names of files that nobody would choose: they are read, shown without harm, and written back.
struct HostileNameTests {
  private static let unformatted = Trackers.header + "|1|APP-%-001|Done|None|App Guild|Build.|\n"

  /// Names by what is special about them, as bytes.
  private static let names: KeyValuePairs<String, [UInt8]> = [
    "blanks": Array(" a /SPRINT_1 b .md".utf8), "a line break": Array("SPRINT_2\n.md".utf8),
    "tab and return": Array("SPRINT_3\t\r.md".utf8), "quotes": Array("SPRINT_4\"'`\\n.md".utf8),
    "a dash": Array("-x/SPRINT_5.md".utf8), "no UTF-8": Array("SPRINT_6_".utf8) + [0xE9, 0xFF] + Array(".md".utf8),
    "a folder that is no UTF-8": [0xC3] + Array("/SPRINT_7.md".utf8),
    "a character that stands for a byte": Array("SPRINT_8_\u{10FFE9}.md".utf8),
    "what a terminal obeys": Array("SPRINT_9_\u{1B}[31m\u{9B}2J.md".utf8),
    "hidden characters": Array("SPRINT_10_\u{202E}\u{200B}\u{2028}.md".utf8),
    "one name": Array("SPRINT_11_\u{E9}.md".utf8), "the same, it seems": Array("SPRINT_11_e\u{301}.md".utf8),
    "lower case": Array("SPRINT_12_a.md".utf8), "upper case": Array("SPRINT_12_A.md".utf8),
    "a command": Array("SPRINT_13_$(touch x)`touch y`;touch z|&.md".utf8),
    "a pattern": Array("SPRINT_14_*?[a-z].md".utf8),
  ]

  private struct Tree {
    let git: GitFolder
    var folder: TemporaryFolder { git.folder }

    init() async throws {
      git = try await GitFolder()
      let files = HostileNameTests.names.enumerated().map { number, name in
        (name.value, HostileNameTests.unformatted.replacing("%", with: "\(100 + number)"))
      }
      try await make(files)
    }

    /// Makes files. The library for files repairs their names; a program that takes bytes does not.
    func make(_ files: [(name: [UInt8], text: String)]) async throws {
      let program = """
        import json, os, sys
        for word in sys.argv[1:]:
            name, text = map(bytes.fromhex, word.split(":"))
            os.makedirs(os.path.dirname(name) or b".", exist_ok=True)
            open(name, "wb").write(text)
        print(json.dumps(len(sys.argv) - 1))
        """
      let words = files.map { name, text in
        "\(Self.hex(Array((folder.path + "/").utf8) + name)):\(Self.hex(Array(text.utf8)))"
      }
      let count: Int = try await Python.run(program, words, input: [])
      #expect(count == files.count)
    }

    /// The texts of all files, in the order of their names above.
    func texts() async throws -> [String] {
      let program =
        "import json, sys; print(json.dumps([open(bytes.fromhex(name), newline='').read() for name in sys.argv[1:]]))"
      let names = HostileNameTests.names.map { Self.hex(Array((folder.path + "/").utf8) + $0.value) }
      return try await Python.run(program, names, input: [])
    }

    private static func hex(_ bytes: [UInt8]) -> String {
      bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
  }

  private func isHarmless(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHidden }
  }

  @Test func `files with any name are formatted in their place`() async throws {
    let tree = try await Tree()
    let check = try await Sprintmark.run(["fmt", "--check"], in: tree.folder)
    #expect(check.status == 1)
    #expect(check.outputText.split(separator: "\n").count == Self.names.count)
    #expect(isHarmless(check.output) && isHarmless(check.errors))
    let run = try await Sprintmark.run(["fmt"], in: tree.folder)
    #expect(run.errorText == "formatted \(Self.names.count) of \(Self.names.count) files\n")
    #expect(run.status == 0)
    for (number, (name, text)) in zip(Self.names, try await tree.texts()).enumerated() {
      #expect(text.contains("| 1 | APP-\(100 + number)-001 | DONE |"), "\(name.key)")
    }
    #expect(try await Sprintmark.run(["fmt", "--check"], in: tree.folder).status == 0)
    // No name was obeyed.
    for name in ["x", "y", "z"] { #expect(!FileManager.default.fileExists(atPath: "\(tree.folder.path)/\(name)")) }
  }

  @Test func `a patch of files with any name is one that git applies`() async throws {
    let tree = try await Tree()
    let patch = try await Sprintmark.run(["fmt", "--diff"], in: tree.folder)
    #expect(isHarmless(patch.output))
    try await tree.git.git("apply", "-", input: patch.output)
    #expect(try await Sprintmark.run(["fmt", "--check"], in: tree.folder).status == 0)
  }

  @Test func `git names what has changed, whatever it is called`() async throws {
    let tree = try await Tree()
    let since = try await Sprintmark.run(
      ["lint", "--changed", "--select", "SM107"], in: tree.folder, variables: GitFolder.variables)
    #expect(since.errorText == "note: nothing to do: no tracker that is meant is staged\n")
    try await tree.git.git("add", "--all")
    let staged = try await Sprintmark.run(["lint", "--changed"], in: tree.folder, variables: GitFolder.variables)
    #expect(staged.outputText == "nothing found in \(Self.names.count) trackers (\(Self.names.count) tasks)\n")
    try await tree.git.commitAll()
    let new = (Array("SPRINT_99_".utf8) + [0xFE] + Array(".md".utf8), Trackers.clean)
    try await tree.make(Self.names.map { ($0.value, Trackers.clean) } + [new])
    let changed = try await Sprintmark.run(
      ["lint", "--changed-since", "HEAD", "--select", "SM107"], in: tree.folder, variables: GitFolder.variables)
    #expect(changed.outputText == "nothing found in \(Self.names.count + 1) trackers (\(Self.names.count + 1) tasks)\n")
  }

  @Test(arguments: ["lint", "list", "stats", "show APP-106-001", "why APP-106-001", "lint --format github", "config"])
  func `what people read of them is harmless`(command: String) async throws {
    let tree = try await Tree()
    let run = try await Sprintmark.run(command.split(separator: " ").map(String.init), in: tree.folder)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(!run.output.isEmpty && isHarmless(run.output) && isHarmless(run.errors))
  }

  @Test(arguments: ["SPRINT_6_\\351\\377.md", "./SPRINT_6_\\351\\377.md", "\\303"])
  func `they can be named on the command line`(name: String) async throws {
    let tree = try await Tree()
    let run = try await Sprintmark.shell("sprintmark lint \"$(printf '\(name)')\"", in: tree.folder)
    #expect(run.outputText == "nothing found in 1 tracker (1 task)\n")
    #expect(run.errorText == "")
    let none = try await Sprintmark.shell("sprintmark lint \"$(printf 'none\(name)')\"", in: tree.folder)
    #expect(none.status == 2)
    #expect(none.errorText.hasPrefix("error: cannot find none") && isHarmless(none.errors))
  }

  @Test func `in SARIF the bytes of a name stand as they are`() async throws {
    let tree = try await Tree()
    try await tree.make([(Array("SPRINT_6_".utf8) + [0xE9, 0xFF] + Array(".md".utf8), Trackers.stale)])
    let run = try await Sprintmark.run(["lint", "--format", "sarif"], in: tree.folder)
    #expect(run.outputText.contains("\"uri\": \"SPRINT_6_%E9%FF.md\""))
  }

  @Test(arguments: ["--no\u{1B}[31mne", "--format=\u{1B}]0;x\u{7}", "--no-\u{202E}x"])
  func `what is wrong in the command line is repeated without harm`(argument: String) async throws {
    let run = try await Sprintmark.run(["lint", argument], in: try TemporaryFolder())
    #expect(run.status == 2)
    #expect(!run.errors.isEmpty && isHarmless(run.errors))
  }

  @Test(arguments: ["-x", "::error file=a::b", "##vso[task.complete]"])
  func `no path is taken for an option or a command`(name: String) async throws {
    let folder = try TemporaryFolder(["\(name)/SPRINT_10.md": Trackers.stale])
    let shown = name.replacing("##", with: "#\u{FF03}")
    for path in [[], ["./\(name)"], ["./\(name)/SPRINT_10.md"]] {
      let run = try await Sprintmark.run(["lint", "--format", "concise"] + path, in: folder)
      #expect(run.outputText.hasPrefix("./\(shown)/SPRINT_10.md:5:20: error[SM304 stale-block]"))
    }
    let patch = try await Sprintmark.run(["fmt", "--diff"], in: folder)
    #expect(patch.outputText.hasPrefix("--- a/\(name)/SPRINT_10.md\n"))
  }

  @Test func `a path that is longer than the system takes is named, and the rest is looked at`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.clean])
    let program = """
      import os
      os.chdir("\(folder.path)")
      for _ in range(30):
          os.mkdir("d" * 200)
          os.chdir("d" * 200)
      open("SPRINT_11.md", "w").write("")
      """
    let made = try await Run.of("python3", ["-c", program])
    #expect(made.status == 0, "\(made.errorText)")
    let run = try await Sprintmark.run(["lint"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.hasPrefix("error: cannot list ddd") && run.errorText.hasSuffix(": File name too long\n"))
    #expect(run.errorText.split(separator: "\n").count == 1)
    #expect(run.outputText == "nothing found in 1 tracker (1 task)\n")
    _ = try await Run.of("rm", ["-rf", folder.path])
  }

  @Test func `a socket is passed over`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.clean])
    let bind = "import socket; socket.socket(socket.AF_UNIX).bind('SPRINT_11.md')"
    #expect(try await Run.of("python3", ["-c", bind], in: folder.path).status == 0)
    let run = try await Sprintmark.run(["lint"], in: folder)
    #expect(run.status == 0)
    #expect(run.errorText == "note: SPRINT_11.md is passed over: it is a socket, and no file\n")
    #expect(try await Sprintmark.run(["fmt", "SPRINT_11.md"], in: folder).status == 2)
  }

  @Test func `of very many names that lead nowhere each is told once`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.clean])
    for number in 1000..<6000 { try folder.makeLink("SPRINT_\(number).md", to: "nowhere") }
    let run = try await Sprintmark.run(["lint"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.split(separator: "\n").count == 5000)
  }
}
