import SprintTesting

/// How tasks are listed.
extension TrackerText {
  mutating func addTasks() {
    switch outline.shape {
    case .standard, .waves, .sprintIndex: addStandardTable()
    case .pipeLess: addPipeLessTable()
    case .taskBlocks: addTaskBlocks()
    case .bullets: addBullets()
    case .moduleBoard: addModuleBoard()
    case .handle: addHandles()
    case .dependsColumn: addDependsColumn()
    case .workstream: addWorkstreams()
    case .storyTable: addStories()
    case .planGroups: addPlanGroups()
    case .phase: addPhases()
    case .numbered: addNumbers()
    case .fieldBullets: addFieldBullets()
    case .storyDocument: break
    }
  }

  // MARK: Tables

  private mutating func addStandardTable() {
    add(
      "## Delivery Tracker", "| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |",
      "| --- | --- | --- | --- | --- | --- |")
    for (place, task) in outline.tasks.enumerated() {
      let cells = [
        "\(place + 1)", task.declaration, status(task), need(task), prose.owners(outline.area), prose.work() + ".",
      ]
      add(row(cells))
    }
  }

  private mutating func addPipeLessTable() {
    add("[\(outline.area)] \(outline.paddedNumber) \(outline.title)")
    if let sprint = earlier.first { add("Depends on: Sprint \(sprint.paddedNumber)") }
    add("Summary: \(prose.sentence())", "Task ID | State | Task description | Owners (Source)", "--- | --- | --- | ---")
    for task in outline.tasks {
      let owners = "\(prose.owners(outline.area, separator: ", ")) (\(outline.folder))"
      add("\(task.declaration) | \(status(task)) | \(work(task)) | \(owners)")
    }
  }

  private mutating func addModuleBoard() {
    add(
      "## Delivery Tracker", "| ID | Status | Owner(s) | Depends on | Description | Exit Criteria |",
      "| --- | --- | --- | --- | --- | --- |")
    for task in outline.tasks {
      let cells = [
        task.declaration, status(task), prose.owners(outline.area, separator: ", "), field(task, none: "—"),
        prose.work() + ".", prose.sentence(),
      ]
      add(row(cells))
    }
  }

  private mutating func addHandles() {
    add(
      "## Delivery Tracker", "| # | Task ID & handle | State | Key dependency / next step | Owners |",
      "| --- | --- | --- | --- | --- |")
    for (place, task) in outline.tasks.enumerated() {
      let needs = task.needs.isEmpty ? "" : " (Deps: \(task.needs.joined(separator: ", ")).)"
      let step = task.awaited.map { "Needs \($0)" } ?? prose.work()
      let owners = prose.owners(outline.area, separator: ", ") + " / \(outline.folder)"
      add(row(["\(place + 1)", "\(task.declaration) \(prose.work())\(needs)", status(task), step, owners]))
    }
  }

  private mutating func addDependsColumn() {
    add(
      "## Delivery Tracker", "| Task ID | State | Summary | Owner / Source | Depends On |",
      "| --- | --- | --- | --- | --- |")
    for task in outline.tasks {
      let needs = task.needs.map { "`\($0)`" }.joined(separator: ", ")
      let field = needs.isEmpty ? task.awaited ?? "—" : needs
      add(row(["`\(task.declaration)`", status(task), prose.work() + ".", prose.owners(outline.area), field]))
    }
  }

  private mutating func addWorkstreams() {
    var stem = ""
    for task in outline.tasks {
      if task.stem != stem {
        stem = task.stem
        add(
          "", "## Workstream \(stem.split(separator: "-").dropFirst().first.map(String.init) ?? stem)", "",
          "Task ID | State | Exit criteria | Owners", "--- | --- | --- | ---")
      }
      let owners = prose.owners(outline.area, separator: ", ")
      add("\(task.declaration) | \(status(task)) | \(prose.work())\(phrase(task)). | \(owners)")
    }
  }

  private mutating func addStories() {
    add(
      "## Stories", "| ID | Title | Points | Status | Dependencies | Notes |",
      "| --- | --- | --- | --- | --- | --- |")
    for task in outline.tasks {
      let points = "\(prose.random.one(of: [1, 2, 3, 5, 8]))"
      add(row([task.id, prose.work(), points, status(task), field(task, none: "None"), prose.sentence()]))
    }
  }

  // MARK: Blocks

  private mutating func addTaskBlocks() {
    add("## Delivery Tracker", "")
    for task in outline.tasks {
      add(
        "### \(task.declaration) - \(prose.work())", "Status: \(status(task))",
        "Dependency: \(field(task, none: "none"))",
        "Owners: \(prose.owners(outline.area, separator: ", "))", "", "Task description:", "- \(prose.sentence())", "",
        "Completion criteria:")
      let box = task.state == .done ? "[x]" : "[ ]"
      for _ in 0..<prose.random.number(1...3) { add("- \(box) \(prose.work())") }
      add("")
    }
  }

  private mutating func addPlanGroups() {
    // A group has one state for all of its tasks.
    var place = 0
    var number = 1
    while place < outline.tasks.count {
      let first = outline.tasks[place]
      let members = outline.tasks[place...].prefix(5).prefix { $0.stem == first.stem && $0.state == first.state }
      let rest = members.dropFirst().map { "-\($0.serials.joined(separator: "/")) (\(prose.random.number(1...3)) d)" }
      add(
        "### Group SP\(outline.number)-G\(number) — \(prose.work())",
        "Tasks: \((["\(first.id) (2 d)"] + rest).joined(separator: ", "))")
      if let awaited = members.lazy.compactMap(\.awaited).first { add("Dependencies: \(awaited)") }
      add(
        "Owners: \(prose.owners(outline.area, separator: ", "))", "Status: **\(status(first))** – \(prose.work())", "")
      place = members.endIndex
      number += 1
    }
  }

  private mutating func addPhases() {
    for (place, task) in outline.tasks.enumerated() {
      if place % 8 == 0 { add("## Phase \(place / 8 + 1)", "") }
      let days = prose.random.number(2...5)
      add(
        "### \(task.id): \(prose.work())",
        "**Status:** \(status(task)) **Assignee:** \(prose.owners(outline.area)) **Estimate:** \(days) days",
        "**Dependencies:** \(field(task, none: "None"))", "")
      let box = task.state == .done ? "[x]" : "[ ]"
      for step in 1...prose.random.number(1...3) { add("- \(box) \(task.id).\(step): \(prose.work())") }
      add("")
    }
  }

  private mutating func addNumbers() {
    add("## Work", "")
    for task in outline.tasks {
      let needs = task.needs.map { "\($0))" }.joined(separator: ", ")
      add(
        "### \(task.id)) \(prose.work())", "**Status:** \(status(task))",
        "**Owner role:** \(prose.random.one(of: Wording.roles))",
        "**Dependencies:** \(needs.isEmpty ? task.awaited ?? "None." : needs)", "**Deliverable:** \(prose.sentence())",
        "")
    }
  }

  mutating func addStory() {
    add(
      "# User Story US-\(outline.number * 100): \(prose.work())", "", "**Status**: In Progress",
      "**Assignee**: \(prose.owners(outline.area))", "**Story Points**: \(prose.random.number(1...13))", "")
    add(prose.sentences(3...8), "", "## Acceptance Criteria")
    for _ in 0..<prose.random.number(2...6) { add("- [ ] \(prose.work())") }
    add("", "## Tasks")
    for task in outline.tasks { add("- [\(task.state == .done ? "x" : " ")] Task \(task.id): \(prose.work())") }
    add("", "## Notes")
    add(prose.bullets(4...20))
  }

  // MARK: Bullets

  private mutating func addBullets() {
    add("## Backlog")
    for (place, task) in outline.tasks.enumerated() {
      if place % 10 == 0 { add("", "### Epic \(place / 10 + 1) — \(prose.work())") }
      add("- \(box(task)) **\(task.declaration)**: \(prose.work())\(phrase(task)).")
    }
    add("", "**Acceptance:** \(prose.work())")
  }

  private mutating func addFieldBullets() {
    add("## Tasks", "")
    for task in outline.tasks {
      add(
        "- \(box(task)) **\(task.declaration)** (\(prose.random.number(1...8)) SP) - \(prose.work())",
        "  - **Assignee**: \(prose.owners(outline.area))", "  - **Dependencies**: \(field(task, none: "None"))")
    }
  }

  /// A box knows two states.
  private func box(_ task: PlannedTask) -> String { task.state == .done ? "[x]" : "[ ]" }

  // MARK: Parts

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func status(_ task: PlannedTask) -> String {
    let isDated = outline.shape.datesStates && task.isDated && task.state != .todo
    return task.state.rawValue + (isDated ? " (\(WorkLog.date(task.day)))" : "")
  }

  /// What a task waits for, or what comes next, as the standard table says it.
  private mutating func need(_ task: PlannedTask) -> String {
    if let awaited = task.awaited { return "Needs \(awaited)" }
    guard !task.needs.isEmpty else { return prose.random.once(in: 2) ? "None" : prose.work() }
    return "Depends on \(task.needs.joined(separator: " + "))"
  }

  /// What a task waits for, in a field for that.
  private func field(_ task: PlannedTask, none: String) -> String {
    task.needs.isEmpty ? task.awaited ?? none : task.needs.joined(separator: ", ")
  }

  /// What is to be done, and what it waits for, in running text.
  private mutating func work(_ task: PlannedTask) -> String {
    if let awaited = task.awaited { return "\(prose.work()). Waiting on \(awaited)." }
    return "\(prose.work())." + (task.needs.isEmpty ? "" : " Dependencies: \(task.needs.joined(separator: ", ")).")
  }

  /// What it waits for, as the end of a sentence.
  private func phrase(_ task: PlannedTask) -> String {
    if let awaited = task.awaited { return "; blocked by \(awaited)" }
    return task.needs.isEmpty ? "" : "; depends on \(task.needs.joined(separator: ", "))"
  }
}
