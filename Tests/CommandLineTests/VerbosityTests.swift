import SprintTesting
import Testing

struct VerbosityTests {
  private static let files: KeyValuePairs<String, String> = ["a/SPRINT_10.md": Trackers.stale]

  @Test func `quietly, only what was found is said`() async throws {
    let folder = try TemporaryFolder(Self.files)
    let loud = try await Sprintmark.run(["lint"], in: folder)
    #expect(loud.outputText.contains("1 of 1 tracker"))
    for flag in ["-q", "--quiet"] {
      let quiet = try await Sprintmark.run(["lint", flag], in: folder)
      #expect(quiet.status == loud.status)
      #expect(quiet.errors == [])
      #expect(!quiet.outputText.contains("1 of 1 tracker") && quiet.outputText.contains("SM304"))
      #expect(loud.outputText.hasPrefix(quiet.outputText))
    }
  }

  @Test func `errors are said quietly too`() async throws {
    let run = try await Sprintmark.run(["lint", "-q", "nowhere.md"], in: try TemporaryFolder(Self.files))
    #expect(run.status == 2)
    #expect(run.errorText.contains("cannot find nowhere.md"))
  }

  @Test(arguments: ["lint", "fmt", "compile", "tree", "list", "stats"]) func `verbosely, what was read is said`(
    command: String
  ) async throws {
    let plain = try await Sprintmark.run([command], in: try TemporaryFolder(Self.files))
    let run = try await Sprintmark.run([command, "--verbose"], in: try TemporaryFolder(Self.files))
    #expect(run.errorText.contains("1 files of \(Trackers.stale.utf8.count) bytes read without a configuration"))
    #expect(run.output == plain.output)
  }

  @Test func `one cannot have both`() async throws {
    let run = try await Sprintmark.run(["lint", "-q", "-v"], in: try TemporaryFolder(Self.files))
    #expect(run.status == 2)
    #expect(run.errorText.contains("--quiet and --verbose"))
  }
}
