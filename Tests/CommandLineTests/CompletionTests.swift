import Foundation
import SprintTesting
import Testing

/// What shells offer when someone has typed half a word.
struct CompletionTests {
  private static let shells = ["bash", "zsh", "fish"]

  /// Writes the script for a shell into a folder, as a package installs it.
  private func script(_ shell: String, in folder: TemporaryFolder) async throws -> String {
    let run = try await Sprintmark.run(["--generate-completion-script", shell], in: folder)
    #expect(run.status == 0 && run.errors == [])
    try folder.write("script", run.output)
    return run.outputText
  }

  @Test(arguments: shells) func `the script for a shell is one`(shell: String) async throws {
    let folder = try TemporaryFolder()
    let text = try await script(shell, in: folder)
    // Which commands there are, the program itself says.
    let help = try await Sprintmark.run(["--help"], in: folder).outputText
    let commands = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .compactMap { $0.prefixMatch(of: #/  (\w+)  /#).map { String($0.1) } }
    #expect(commands.contains("lint") && commands.contains("explain"))
    for command in commands { #expect(text.contains(command), "\(shell): \(command)") }
    // A shell that is not there cannot read it.
    guard try await Sprintmark.shell("command -v \(shell)", in: folder).status == 0 else { return }
    let run = try await Run.of(shell, ["-n", "script"], in: folder.path)
    #expect(run.status == 0 && run.errorText == "")
  }

  @Test func `a damaged script would be found`() async throws {
    let folder = try TemporaryFolder()
    let text = try await script("bash", in: folder)
    try folder.write("script", Array((text + "\nif").utf8))
    #expect(try await Run.of("bash", ["-n", "script"], in: folder.path).status != 0)
  }

  @Test(arguments: [
    (["sprintmark", "com"], ["compile"]), (["sprintmark", "s"], ["show", "stats"]),
    (["sprintmark", "compile", "--emit", "m"], ["markdown", "mermaid"]),
    (["sprintmark", "lint", "--statis"], ["--statistics"]),
    (["sprintmark", "lint", "docs/SPRINT_1"], ["docs/SPRINT_10.md", "docs/SPRINT_11.md"]),
    (["sprintmark", "nothing-of-the-kind"], []),
  ])
  func `bash offers what fits`(words: [String], offers: [String]) async throws {
    let folder = try TemporaryFolder(["docs/SPRINT_10.md": "", "docs/SPRINT_11.md": "", "docs/SPRINT_20.md": ""])
    _ = try await script("bash", in: folder)
    let program = #"""
      source ./script
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      set -- $(complete -p sprintmark)
      while [ "$1" != -F ]; do shift; done
      "$2" sprintmark "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\n' "${COMPREPLY[@]}"
      """#
    try folder.write("complete", Array(program.utf8))
    let run = try await Run.of("bash", ["--norc", "complete"] + words, in: folder.path)
    #expect(run.errorText == "")
    #expect(run.outputText.split { $0.isWhitespace }.map(String.init).sorted() == offers)
  }
}
