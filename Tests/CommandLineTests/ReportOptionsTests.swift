import Foundation
import SprintDriver
import SprintTesting
import Testing

/// Where `lint` writes, and what it says beside a report.
struct ReportOptionsTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["docs/SPRINT_10.md": Trackers.stale, "docs/SPRINT_11.md": Trackers.clean])
  }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  private static let summary = "1 error in 1 of 2 trackers (3 tasks)\n"

  @Test(arguments: ReportFormat.allCases) func `a report goes into a file, and the summary beside it`(
    format: ReportFormat
  ) async throws {
    let folder = try folder()
    let arguments = ["lint", "docs", "--format", format.rawValue]
    let printed = try await Sprintmark.run(arguments, in: folder)
    #expect(printed.status == 1 && printed.errorText == "")
    let written = try await Sprintmark.run(arguments + ["-o", "report"], in: folder)
    #expect(written.status == 1)
    #expect(written.output == [])
    #expect(written.errorText == Self.summary)
    let report = try text(folder, "report")
    let gap = format == .text ? "\n" : ""
    #expect(printed.outputText == report + (format.endsWithSummary ? gap + Self.summary : ""))
    #expect(!report.isEmpty)
  }

  @Test func `counts go into a file too`() async throws {
    let folder = try folder()
    let run = try await Sprintmark.run(["lint", "docs", "--statistics", "--output", "counts.txt"], in: folder)
    #expect(run.status == 1 && run.output == [] && run.errorText == Self.summary)
    #expect(
      try text(folder, "counts.txt") == """
        RULE   NAME         SEVERITY  COUNT  FIXABLE
        SM304  stale-block  error         1        0

        """)
  }

  @Test func `where nothing is found, only the summary is printed`() async throws {
    for arguments in [["--statistics"], ["--format", "text"], ["--format", "concise"], ["--format", "github"]] {
      let run = try await Sprintmark.run(["lint", "docs/SPRINT_11.md"] + arguments, in: try folder())
      #expect(run.status == 0)
      #expect(run.outputText == "nothing found in 1 tracker (1 task)\n")
    }
    let folder = try folder()
    let arguments = ["lint", "docs/SPRINT_11.md", "--format", "jsonl"]
    let lines = try await Sprintmark.run(arguments, in: folder)
    #expect(lines.status == 0 && lines.output == [] && lines.errors == [])
    let written = try await Sprintmark.run(arguments + ["-o", "report"], in: folder)
    #expect(written.status == 0 && written.errorText == "nothing found in 1 tracker (1 task)\n")
    #expect(try text(folder, "report") == "")
  }

  @Test(arguments: ReportFormat.allCases.filter { $0 != .text && $0 != .json })
  func `counts have two forms`(format: ReportFormat) async throws {
    let run = try await Sprintmark.run(["lint", "--statistics", "--format", format.rawValue], in: try folder())
    #expect(run.status == 2 && run.output == [])
    #expect(run.errorText.hasPrefix("Error: --statistics is written as text or json, not as \(format.rawValue)\n"))
  }

  @Test func `a tracker is never replaced, nor through a link`() async throws {
    let folder = try folder()
    try folder.makeLink("report", to: "docs/SPRINT_10.md")
    for target in ["report", "docs/SPRINT_10.md"] {
      let run = try await Sprintmark.run(["lint", "docs", "-o", target], in: folder)
      #expect(run.status == 2 && run.output == [])
      #expect(run.errorText == "error: \(target) is one of the files that were read; nothing was written\n")
    }
    #expect(try text(folder, "docs/SPRINT_10.md") == Trackers.stale)
  }

  @Test func `a file that cannot be written ends with 2`() async throws {
    let run = try await Sprintmark.run(["lint", "docs", "-o", "no/where.json"], in: try folder())
    #expect(run.status == 2 && run.output == [])
    #expect(run.errorText == "error: cannot write no/where.json: No such file or directory\n")
  }

  @Test func `a report that is there is not replaced by a part of one`() async throws {
    let folder = try folder()
    try folder.write("report", Array("old".utf8))
    let run = try await Sprintmark.run(["lint", "docs", "none.md", "-o", "report"], in: folder)
    #expect(run.status == 2 && run.output == [])
    #expect(run.errorText.hasSuffix("\nnote: report was not written: not all could be read\n"))
    #expect(try text(folder, "report") == "old")
  }

  @Test func `no form for machines has an absolute path, even where one is named`() async throws {
    let folder = try folder()
    for format in ReportFormat.allCases where format != .text && format != .concise {
      let run = try await Sprintmark.run(
        ["lint", "\(folder.path)/docs", "--format", format.rawValue], in: folder)
      #expect(run.status == 1)
      #expect(run.outputText.contains("docs/SPRINT_10.md"))
      #expect(!run.outputText.contains(folder.path))
    }
  }
}
