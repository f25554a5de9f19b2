import Foundation
import SprintTesting
import Testing

/// Output that nobody takes, and disks that take no more.
struct FailingOutputTests {
  private static let commands = [
    "lint", "lint --format json", "lint --statistics", "lint --diff", "fmt --check", "compile", "list", "stats",
    "rules", "config", "tree", "show APP-10-001", "why APP-10-001", "--help",
  ]

  private static let unformatted = Trackers.header + "|1|APP-10-001|Done|None|App Guild|Run `a|b`.|\n"

  private func text(_ folder: TemporaryFolder, _ name: String = "SPRINT_10.md") throws -> String {
    try String(contentsOf: URL(filePath: "\(folder.path)/\(name)"), encoding: .utf8)
  }

  @Test(arguments: commands) func `output that cannot be written is an error`(command: String) async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.unformatted.replacing("a|b", with: "a")])
    try folder.write("SPRINT_11.md", Array(Trackers.stale.replacing("None", with: "`a|b`").utf8))
    let full = try await Sprintmark.shell("sprintmark \(command) > /dev/full", in: folder)
    #expect(full.status == 2)
    #expect(full.errorText.contains("error: cannot write standard output: No space left on device\n"))
    let closed = try await Sprintmark.shell("sprintmark \(command) >&-", in: folder)
    #expect(closed.status == 2)
    #expect(closed.errorText.contains("error: cannot write standard output: Bad file descriptor\n"))
  }

  @Test(arguments: ["", "trap '' PIPE; "]) func `a reader that goes away is no error`(before: String) async throws {
    let rows = (1...600).map { "| 1 | APP-10-\($0) | TODO | XY-9-\($0) | App | A. |\n" }.joined()
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.header + rows])
    let run = try await Sprintmark.shell("\(before)sprintmark lint --format json | head -c 1", in: folder)
    #expect(run.status == 0)
    #expect(run.outputText == "{")
    #expect(run.errorText == "")
  }

  /// Many trackers, of which the model is written in many pieces.
  private static func large() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 1...120 {
      let rows = (1...60).map { "| \($0) | APP-\(number)-\($0) | TODO | APP-\(number)-1 | App | ##[a] — \($0). |\n" }
      try folder.write("SPRINT_\(number).md", Array((Trackers.header + rows.joined()).utf8))
    }
    return folder
  }

  @Test(arguments: [1, 70_000, 1_000_000]) func `a reader may go away in the middle of a model`(count: Int) async throws
  {
    let folder = try Self.large()
    let whole = try await Sprintmark.run(["compile"], in: folder).output
    #expect(whole.count > 2_000_000)
    for before in ["", "trap '' PIPE; "] {
      let run = try await Sprintmark.shell("\(before)sprintmark compile | head -c \(count)", in: folder)
      #expect(run.status == 0)
      #expect(run.output == Array(whole.prefix(count)))
      #expect(run.errorText == "")
    }
  }

  @Test func `a model is the same in a file, behind a stream and from a pipe`() async throws {
    let folder = try Self.large()
    let line = "sprintmark compile -o a.json && sprintmark compile > b.json && sprintmark compile | cat > c.json"
    let run = try await Sprintmark.shell("\(line) && cmp a.json b.json && cmp a.json c.json", in: folder)
    #expect(run.status == 0, "\(run.errorText)")
  }

  @Test(.enabled(if: hasFileLimits)) func `a disk that is full in the middle of a model is an error`() async throws {
    let folder = try Self.large()
    try folder.write("old.json", Array("old".utf8))
    let stream = try await Sprintmark.shell("ulimit -f 1000; sprintmark compile > out.json", in: folder)
    #expect(stream.status == 2)
    #expect(stream.errorText == "error: cannot write standard output: File too large\n")
    let file = try await Sprintmark.shell("ulimit -f 1000; sprintmark compile -o old.json", in: folder)
    #expect(file.status == 2)
    #expect(file.errorText == "error: cannot write old.json: File too large\n")
    #expect(try text(folder, "old.json") == "old")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { !$0.hasPrefix("SPRINT_") }.sorted() == ["old.json", "out.json"])
  }

  @Test func `a reader that does not want to wait gets all`() async throws {
    let rows = (1...600).map { "| 1 | APP-10-\($0) | TODO | XY-9-\($0) | App | A. |\n" }.joined()
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.header + rows])
    let program = """
      import fcntl, json, os, subprocess, sys, time
      reader, writer = os.pipe()
      fcntl.fcntl(writer, fcntl.F_SETFL, os.O_NONBLOCK)
      process = subprocess.Popen(["sprintmark", "compile"], stdout=writer)
      os.close(writer)
      time.sleep(0.2)
      data = b""
      while piece := os.read(reader, 1 << 16): data += piece
      print(process.wait(), len(json.loads(data)["sprints"][0]["tasks"]))
      """
    try folder.write("read.py", Array(program.utf8))
    let run = try await Sprintmark.shell("python3 read.py", in: folder)
    #expect(run.outputText == "0 600\n", "\(run.errorText)")
  }

  @Test func `what standard error does not take is lost, and nothing else`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.unformatted, "SPRINT_11.md": Trackers.stale])
    for target in ["2>/dev/full", "2>&-"] {
      let run = try await Sprintmark.shell("sprintmark lint SPRINT_11.md SPRINT_12.md \(target)", in: folder)
      #expect(run.status == 2)
      #expect(run.outputText.contains("error[SM304 stale-block]"))
    }
  }

  @Test(arguments: [("/dev/stdout", "> out"), ("/dev/stderr", "2> out"), ("out", "> out"), ("/dev/fd/1", ">> out")])
  func `the file that a stream goes to is not replaced`(path: String, target: String) async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.clean, "out": ""])
    let run = try await Sprintmark.shell(
      "(echo before; sprintmark compile -o \(path); echo $? >&2) \(target)", in: folder)
    let said = try text(folder, "out") + run.errorText + run.outputText
    #expect(said.contains("before\n") && said.contains("2\n"))
    #expect(said.contains("error: cannot write \(path): standard output or standard error goes there\n"))
  }

  @Test func `no file takes the place of a stream that is closed`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.unformatted.replacing("a|b", with: "a")])
    let open = try TemporaryFolder(["SPRINT_10.md": Self.unformatted.replacing("a|b", with: "a")])
    #expect(try await Sprintmark.shell("sprintmark fmt", in: open).status == 0)
    #expect(try await Sprintmark.shell("sprintmark fmt <&- >&- 2>&-", in: folder).status == 0)
    #expect(try text(folder) == text(open))
    let input = try await Sprintmark.shell("sprintmark lint - <&-", in: folder)
    #expect(input.status == 2)
    #expect(input.errorText.contains("error: cannot read -: Bad file descriptor\n"))
  }

  /// Whether programs may be run where files must not be large: ThreadSanitizer, for one, does not start there.
  private static let hasFileLimits = ProcessInfo.processInfo.environment["SPRINTMARK_FILE_LIMITS"] != "0"

  @Test(
    .enabled(if: hasFileLimits),
    arguments: ["fmt", "lint --fix", "compile -o SPRINT_9.json", "lint --format json -o SPRINT_9.json"])
  func `a limit on the size of files leaves the old ones`(command: String) async throws {
    let rows = (1...200).map { "| 1 | APP-10-\($0) | Done | None | App | Run `a\\|b`. |\n" }.joined()
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.header + rows, "SPRINT_9.json": "old"])
    let run = try await Sprintmark.shell("ulimit -f 1; sprintmark \(command)", in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.contains("error: cannot write SPRINT_") && run.errorText.contains(": File too large\n"))
    #expect(try text(folder) == Trackers.header + rows)
    #expect(try text(folder, "SPRINT_9.json") == "old")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["SPRINT_10.md", "SPRINT_9.json"])
  }

  @Test(.enabled(if: geteuid() == 0)) func `a full disk leaves the old files`() async throws {
    let rows = (1...300).map { "| 1 | APP-10-\($0) | Done | None | App | Run. |\n" }.joined()
    let folder = try TemporaryFolder(["disk/none": "", "SPRINT_10.md": Trackers.header + rows])
    // In a name space of its own, where the machine lets one be made.
    let line = """
      mount -t tmpfs -o size=24k none disk 2>/dev/null || exit 77
      cp SPRINT_10.md disk/ && sprintmark fmt disk; echo "status $?"
      cmp SPRINT_10.md disk/SPRINT_10.md && ls -A disk
      """
    let run = try await Run.of("unshare", ["-m", "true"])
    guard run.status == 0 else { return }
    try folder.write("full.sh", Array(line.utf8))
    let full = try await Sprintmark.shell("unshare -m sh full.sh", in: folder)
    guard full.status != 77 else { return }
    #expect(full.outputText == "status 2\nSPRINT_10.md\n")
    #expect(full.errorText.contains("error: cannot write disk/SPRINT_10.md: No space left on device\n"))
  }

  @Test func `a folder that takes no file leaves the old ones`() async throws {
    let folder = try TemporaryFolder(["docs/SPRINT_10.md": Self.unformatted.replacing("a|b", with: "a")])
    let line =
      "chmod 666 docs/SPRINT_10.md; chmod 555 docs; \(Self.asNobody) sprintmark fmt docs; s=$?; chmod 755 docs; exit $s"
    let run = try await Sprintmark.shell(line, in: folder)
    #expect(run.status == 2)
    #expect(
      run.errorText == """
        error: cannot write docs/SPRINT_10.md: its folder takes no new file: Permission denied
        formatted 0 of 1 file

        """)
    #expect(try text(folder, "docs/SPRINT_10.md") == Self.unformatted.replacing("a|b", with: "a"))
  }

  @Test func `what cannot be read is named, and the rest is looked at`() async throws {
    let folder = try TemporaryFolder([
      "a/SPRINT_10.md": Trackers.clean, "SPRINT_11.md": Trackers.clean, "SPRINT_12.md": Trackers.stale,
    ])
    let line =
      "chmod 755 .; chmod 0 a SPRINT_11.md; \(Self.asNobody) sprintmark lint --format concise; s=$?; chmod 755 a; exit $s"
    let run = try await Sprintmark.shell(line, in: folder)
    #expect(run.status == 2)
    #expect(
      run.errorText == """
        error: cannot list a: Permission denied
        error: cannot read SPRINT_11.md: Permission denied

        """)
    #expect(run.outputText.hasPrefix("SPRINT_12.md:5:20: error[SM304 stale-block]"))
  }

  /// The superuser may do all: what permissions forbid shows only to others.
  private static var asNobody: String {
    geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : ""
  }
}
