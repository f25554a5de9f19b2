import Foundation
import SprintTesting
import Testing

/// Whatever ends a run, and whatever runs beside it: each file is as it was, or as it is to be.
struct InterruptionTests {
  private static let fileCount = 12
  /// How often a run is killed; `SPRINTMARK_KILLS` says how often in a longer test.
  private static let kills = Int(ProcessInfo.processInfo.environment["SPRINTMARK_KILLS"] ?? "") ?? 42

  private static let rows = (1...4).map { "| 1 | APP-%-\($0) | Done | None | App Guild |   Build `a\\|b`. |\n" }
    .joined()

  private static func name(_ number: Int) -> String { "SPRINT_\(100 + number).md" }
  private static func text(_ number: Int) -> String {
    Trackers.header + rows.replacing("%", with: "\(100 + number)")
  }

  private func write(into folder: TemporaryFolder) throws {
    for number in 0..<Self.fileCount { try folder.write(Self.name(number), Array(Self.text(number).utf8)) }
  }

  private func contents(_ folder: TemporaryFolder) throws -> [String] {
    try (0..<Self.fileCount).map { number in
      try String(contentsOf: URL(filePath: "\(folder.path)/\(Self.name(number))"), encoding: .utf8)
    }
  }

  /// What lies in the folder beside the trackers.
  private func others(_ folder: TemporaryFolder) throws -> [String] {
    let names = Set((0..<Self.fileCount).map(Self.name))
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !names.contains($0) }
  }

  @Test(arguments: ["fmt", "lint --fix --select SM106"])
  func `a run that is killed leaves each file as it was or as it is to be`(command: String) async throws {
    let folder = try TemporaryFolder()
    try write(into: folder)
    let old = try contents(folder)
    let clock = ContinuousClock()
    var run: Run?
    let whole = try await clock.measure { run = try await Sprintmark.shell("sprintmark \(command)", in: folder) }
    #expect(run?.status == 0)
    let new = try contents(folder)
    #expect(zip(old, new).allSatisfy { $0 != $1 })

    // Reading takes longer than writing: the time is sought at which files are written.
    var aim = whole / .seconds(1)
    var generator = SeededGenerator(11)
    var cut = 0
    for kill in 0..<Self.kills / 2 {
      try write(into: folder)
      let signal = ["KILL", "TERM", "INT"][kill % 3]
      // What is killed is the program, and not `timeout`, which tells how it ended.
      let delay = aim * Double.random(in: 0.85...1.15, using: &generator)
      _ = try await Sprintmark.shell("timeout -s \(signal) \(delay) sprintmark \(command)", in: folder)
      let now = try contents(folder)
      for (place, text) in now.enumerated() where text != old[place] { #expect(text == new[place], "kill \(kill)") }
      let remains = try others(folder)
      if signal != "KILL" { #expect(remains == [], "kill \(kill)") }
      #expect(remains.allSatisfy { $0.hasPrefix(".sprintmark-") } && remains.count <= 1, "kill \(kill): \(remains)")
      if now != old, now != new { cut += 1 }
      if now == new { aim *= 0.93 } else if now == old { aim *= 1.07 }
      guard signal == "KILL" else { continue }
      // No later run takes what is left for a tracker, whatever is searched for.
      try folder.write("all.yml", Array("include: [\"*\"]\nexclude: [all.yml]\n".utf8))
      let later = try await Sprintmark.shell("sprintmark \(command) --config all.yml", in: folder)
      #expect(later.status == 0, "kill \(kill): \(later.errorText)")
      #expect(try contents(folder) == new, "kill \(kill)")
      #expect(try others(folder).filter { $0 != "all.yml" } == remains, "kill \(kill)")
      for name in try others(folder) { try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)") }
    }
    if Self.kills > 400 {
      print("\(command): \(cut) of \(Self.kills / 2) kills fell between the first file and the last")
    }
  }

  @Test(arguments: ["fmt", "lint --fix --select SM106"])
  func `several runs at once end with what one would have made`(command: String) async throws {
    let folder = try TemporaryFolder()
    try write(into: folder)
    let alone = try TemporaryFolder()
    try write(into: alone)
    #expect(try await Sprintmark.shell("sprintmark \(command)", in: alone).status == 0)
    let line = """
      for run in 1 2 3; do sprintmark \(command) & all="$all $!"; done
      for run in $all; do wait $run || exit $?; done
      """
    let run = try await Sprintmark.shell(line, in: folder)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(try contents(folder) == contents(alone))
    #expect(try others(folder) == [])
  }
}
