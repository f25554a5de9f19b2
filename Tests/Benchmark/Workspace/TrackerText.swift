import SprintTesting

/// Writes a made tracker: its sections one by one. How tasks are listed: ``TrackerText+Tasks``.
struct TrackerText {
  let outline: SprintOutline
  let earlier: [SprintOutline]
  var prose: Prose
  private(set) var lines: [String] = []

  init(_ plan: SprintPlan) {
    outline = plan.outline
    earlier = plan.earlier
    prose = Prose(random: plan.random)
    addAll()
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func add(_ lines: String...) { add(lines) }
  mutating func add(_ lines: [String]) { self.lines += lines }

  private mutating func addAll() {
    guard outline.shape != .storyDocument else { return addStory() }
    add("# Sprint \(outline.paddedNumber) · \(outline.title)", "")
    if outline.shape.isTemplate || prose.random.once(in: 2) { addIntroduction() }
    if outline.shape.isTemplate { addWaves() }
    addTasks()
    if outline.shape.hasGlobalIDs {
      if lines.last != "" { add("") }
      add(WorkLog(outline, &prose).lines)
    }
    addEnd()
  }

  private mutating func addIntroduction() {
    add("## Topic & Scope")
    add(prose.bullets(1...4))
    add("- **Working directory:** `\(outline.folder)`.", "", "## Dependencies & Concurrency")
    for sprint in earlier {
      add("- Builds on [Sprint \(sprint.paddedNumber)](\(sprint.fileName)): \(prose.sentence())")
    }
    add(prose.bullets(1...3))
    add("", "## Documentation Prerequisites", "- docs/README.md", "- `\(outline.folder)/README.md`", "")
    if prose.random.once(in: 3) { add("> **Note:** \(prose.sentence())", "") }
  }

  private mutating func addWaves() {
    if outline.shape == .waves {
      add(
        "## Wave Coordination", "| Wave | Guild owners | Shared prerequisites | Status | Notes |",
        "| --- | --- | --- | --- | --- |")
      for (place, letter) in ["A", "B", "C"].enumerated() {
        let state = [PlannedTask.State.done, .doing, .todo][place].rawValue
        let owners = prose.owners(outline.area)
        add("| \(letter): \(prose.work()) | \(owners) | \(prose.work()) | **\(state)** | \(prose.sentence()) |")
      }
      add("")
    } else if prose.random.once(in: 3) {
      add("## Wave Coordination")
      add(prose.bullets(1...3))
      add("")
    }
    guard outline.shape == .sprintIndex else { return }
    add("## Overview of Sprints", "| Sprint | Title | Status |", "| --- | --- | --- |")
    for sprint in earlier {
      let isDone = sprint.tasks.allSatisfy { $0.state == .done }
      add("| Sprint \(sprint.paddedNumber) | \(sprint.title) | \(isDone ? "DONE" : "DOING") |")
    }
    add("| Sprint \(outline.paddedNumber) | \(outline.title) | DOING |", "")
  }

  private mutating func addEnd() {
    if lines.last != "" { add("") }
    add("## Decisions & Risks")
    add(prose.bullets(1...6))
    if prose.random.once(in: 3) {
      add("", "| Risk | Impact | Mitigation | Owner |", "| --- | --- | --- | --- |")
      for _ in 0..<prose.random.number(1...4) {
        add("| \(prose.sentence()) | \(prose.work()) | \(prose.work()) | \(prose.owners(outline.area)) |")
      }
    }
    if prose.random.once(in: 3) {
      add("", "## Action Tracker", "| Action | Owner | Due | Notes |", "| --- | --- | --- | --- |")
      for _ in 0..<prose.random.number(1...4) {
        let day = WorkLog.date(outline.start + prose.random.number(5...20))
        add("| \(prose.work()) | \(prose.owners(outline.area)) | \(day) | \(prose.sentence()) |")
      }
    }
    add("", "## Next Checkpoints")
    for _ in 0..<prose.random.number(1...3) {
      add("- \(WorkLog.date(outline.start + prose.random.number(10...20))): \(prose.sentence())")
    }
  }
}
