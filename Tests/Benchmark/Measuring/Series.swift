/// Runs commands in turns, so that whatever else the machine does meets all of them alike.
struct Series: Sendable {
  let commands: [MeasuredCommand]
  let rounds: Int

  /// What came of it.
  struct Outcome: Sendable {
    var rows: [(command: MeasuredCommand, runs: [ProgramRun])] = []
    /// What failed, and why: such a command is not run again.
    var failures: [String] = []
  }

  /// Runs each command once without looking at the clock, and then all of them round by round.
  ///
  /// - Parameter run: runs one; throws where it fails.
  /// - Returns: the runs of each command that has ended well.
  func measure(_ run: (MeasuredCommand) throws -> ProgramRun) -> Outcome {
    var outcome = Outcome()
    var runs = [[ProgramRun]?](repeating: [], count: commands.count)
    for round in 0...rounds {
      for (place, command) in commands.enumerated() where runs[place] != nil {
        do {
          let result = try run(command)
          if round > 0 { runs[place]?.append(result) }
        } catch {
          outcome.failures.append("\(command.kind.rawValue) is left out: \(error)")
          runs[place] = nil
        }
      }
    }
    for (command, runs) in zip(commands, runs) {
      if let runs { outcome.rows.append((command, runs)) }
    }
    return outcome
  }
}
