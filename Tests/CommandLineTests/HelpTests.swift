import Foundation
import SprintDriver
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct HelpTests {
  private func run(_ arguments: String...) async throws -> Run {
    try await Sprintmark.run(arguments, in: try TemporaryFolder())
  }

  @Test func `rules lists each rule on a line`() async throws {
    let run = try await run("rules")
    #expect(run.status == 0 && run.errors == [])
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.map { $0.prefix(5) } == Rule.catalogue.map { $0.code.prefix(5) })
    #expect(
      lines.contains("SM304  stale-block                 error       blocked, and all that it depends on is done"))
    #expect(lines.contains("SM307  todo-behind-block           information to do, and a dependency is blocked"))
  }

  @Test func `explain says what, why, both examples and what to do`() async throws {
    let run = try await run("explain", "SM404")
    #expect(run.status == 0 && run.errors == [])
    #expect(
      run.outputText == """
        SM404 self-dependency (error)

        A task depends on itself.

        It can never be begun; most often another id was meant.

        It finds something in:

            ## Delivery Tracker
            | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
            | --- | --- | --- | --- | --- | --- |
            | 1 | APP-10-001 | TODO | Depends on APP-10-001 | App Guild | Build. |

        and nothing in:

            ## Delivery Tracker
            | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
            | --- | --- | --- | --- | --- | --- |
            | 1 | APP-10-001 | TODO | Depends on APP-10-002 | App Guild | Build. |
            | 2 | APP-10-002 | TODO | None | App Guild | Prepare. |

        What to do: Name the task that is meant, or drop the dependency.

        Fix: none; a person has to mend it.

        """)
  }

  @Test func `explain says what can be mended and what can be decided`() async throws {
    let order = try await run("explain", "log-order").outputText
    #expect(
      order.hasSuffix(
        """

        Fix: safe; `--fix` mends it.

        Options:

            order: which rows stand first; auto: as most rows of the table have it (auto | newest-first | oldest-first; \
        default: auto)

        """))
    #expect(try await run("explain", "SM102").outputText.contains("\nFix: unsafe; `--unsafe-fixes` mends it"))
    for (rule, line) in [
      ("SM302", "(some of todo, doing, review, blocked, done, cancelled; default: done, blocked)"),
      ("SM105", "; default: all of them)"), ("SM501", "(yes | no; default: yes)"), ("SM505", "(0 to 100; default: 50)"),
      ("SM603", "(patterns for paths; default: none)"),
    ] { #expect(try await run("explain", rule).outputText.contains(line)) }
  }

  @Test func `rules and their documentation are there for machines`() async throws {
    let all = try await run("rules", "--format", "json")
    let one = try await run("explain", "log-order", "--format", "json")
    #expect(all.status == 0 && one.status == 0 && all.errors == [] && one.errors == [])
    #expect(try await SchemaValidator("rules").faults(in: [all.output, one.output]) == [[], []])
    struct Document: Decodable {
      struct Rule: Decodable {
        let code: String
        let fix: String
        let firing: String
        let options: [Option]
      }
      struct Option: Decodable { let name: String }
      let rules: [Rule]
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(all.output))
    #expect(document.rules.map(\.code) == Rule.catalogue.map(\.code))
    #expect(document.rules.map(\.firing) == Rule.catalogue.map(\.documentation.firing))
    #expect(document.rules.map(\.fix) == Rule.catalogue.map { $0.documentation.fix?.rawValue ?? "none" })
    #expect(document.rules.map { $0.options.map(\.name) } == Rule.catalogue.map { $0.options.map(\.name) })
    let single = try JSONDecoder().decode(Document.self, from: Data(one.output))
    #expect(single.rules.map(\.code) == ["SM503"])
  }

  @Test(arguments: ["sm304", "stale-block", "STALE-BLOCK"]) func `explain knows names as well as codes`(name: String)
    async throws
  {
    let byName = try await run("explain", name)
    let byCode = try await run("explain", "SM304")
    #expect(byName.status == 0)
    #expect(byName.output == byCode.output)
    #expect(byCode.outputText.hasPrefix("SM304 stale-block (error)\n"))
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["lint", "--help"], ["compile", "--help"], ["rules", "--help"], ["explain", "--help"], ["help"],
  ])
  func `help is a result`(arguments: [String]) async throws {
    let run = try await Sprintmark.run(arguments, in: try TemporaryFolder())
    #expect(run.status == 0)
    #expect(run.errors == [])
    #expect(run.outputText.contains("USAGE: sprintmark"))
  }

  @Test func `help names every command and every status`() async throws {
    let text = try await run("--help").outputText
    for word in ["lint", "compile", "rules", "explain", "Exit status"] { #expect(text.contains(word)) }
    #expect(text.contains("0 nothing found, 1 findings"))
  }

  @Test func `help says what each form of a report is`() async throws {
    let words = try await run("lint", "--help").outputText.split { $0.isWhitespace }.joined(separator: " ")
    for format in ReportFormat.allCases { #expect(words.contains("\(format.rawValue) - \(format.summary)")) }
  }

  @Test func `the version is three numbers, and the commit where it is known`() async throws {
    let run = try await run("--version")
    #expect(run.status == 0 && run.errors == [])
    #expect(run.outputText.wholeMatch(of: /sprintmark \d+\.\d+\.\d+( \([0-9a-f]{7,}(-dirty)?\))?\n/) != nil)
    #expect(run.outputText == "\(Version.current)\n")
  }
}
