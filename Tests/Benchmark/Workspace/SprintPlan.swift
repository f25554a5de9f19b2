import SprintTesting

/// A made tracker before it is written: its tasks, what they wait for, and a few of the mistakes that people make.
struct SprintPlan: Sendable {
  private(set) var outline: SprintOutline
  /// The earlier sprints that its tasks wait for.
  private(set) var earlier: [SprintOutline] = []
  private let seed: Int
  /// What was drawn last; the tracker goes on from here.
  private(set) var random: SeededGenerator

  init(_ number: Int, seed: Int) {
    outline = SprintOutline(number, seed: seed)
    self.seed = seed
    random = SeededGenerator(seed &* 7919 &+ number &* 2 &+ 1)
    guard outline.shape != .storyDocument else { return }
    if outline.shape.hasGlobalIDs { addEarlier() }
    for place in outline.tasks.indices { addNeeds(at: place) }
    addMistakes()
  }

  private mutating func addEarlier() {
    let first = (outline.number - 1) / SprintOutline.run * SprintOutline.run + 1
    guard outline.number > first else { return }
    for _ in 0..<random.number(1...3) {
      let number = outline.number - random.number(1...min(30, outline.number - first))
      if !earlier.contains(where: { $0.number == number }) { earlier.append(SprintOutline(number, seed: seed)) }
    }
  }

  // MARK: Dependencies

  private mutating func addNeeds(at place: Int) {
    let task = outline.tasks[place]
    if task.state == .blocked {
      let open = outline.tasks.indices.filter { $0 < place && outline.tasks[$0].state != .done }
      if open.isEmpty || random.once(in: 2) {
        outline.tasks[place].awaited = random.one(of: Wording.awaited)
      } else {
        outline.tasks[place].needs = [name(of: random.one(of: open), for: place)]
      }
      return
    }
    // Half of the tasks wait for one before them, some for two, and some for another sprint's.
    guard random.once(in: 2) else { return }
    let candidates = outline.tasks.indices.filter { $0 < place && Self.mayWait(task, for: outline.tasks[$0]) }
    if let near = candidates.suffix(6).randomElement(using: &random) {
      outline.tasks[place].needs.append(range(to: near, for: place) ?? name(of: near, for: place))
    }
    if outline.shape.hasGlobalIDs, random.once(in: 4) { addForeignNeed(at: place) }
  }

  /// Whether a task in its state can wait for another without a contradiction.
  private static func mayWait(_ task: PlannedTask, for other: PlannedTask) -> Bool {
    switch task.state {
    case .todo: other.state != .blocked
    case .blocked: other.state != .done
    case .done: other.state == .done && other.day <= task.day
    case .doing, .review: other.state == .done
    }
  }

  private mutating func addForeignNeed(at place: Int) {
    let task = outline.tasks[place]
    guard let other = earlier.randomElement(using: &random), other.shape.hasGlobalIDs else { return }
    if task.state == .todo, random.once(in: 4) {
      outline.tasks[place].needs.append("Sprint \(other.paddedNumber)")
    } else if let found = other.tasks.filter({ Self.mayWait(task, for: $0) }).randomElement(using: &random) {
      outline.tasks[place].needs.append(found.id)
    }
  }

  /// A task of this sprint as the row of another names it.
  private mutating func name(of place: Int, for other: Int) -> String {
    let task = outline.tasks[place]
    guard task.stem.split(separator: "-").count == 3, task.stem == outline.tasks[other].stem, random.once(in: 2) else {
      return task.id
    }
    return task.shorthand
  }

  /// Three tasks on end as a range, such as `CRANE-QUEUE-412-001..003`; nil where they are no such three.
  private mutating func range(to place: Int, for other: Int) -> String? {
    guard place >= 2, random.once(in: 8) else { return nil }
    let tasks = outline.tasks[(place - 2)...place]
    let task = outline.tasks[other]
    guard let first = tasks.first, let last = tasks.last,
      tasks.allSatisfy({ $0.stem == first.stem && $0.serials.count == 1 && Self.mayWait(task, for: $0) }),
      first.stem.split(separator: "-").count == 3, let serial = last.serials.first
    else { return nil }
    return "\(first.id)..\(serial)"
  }

  // MARK: Mistakes

  /// One or two in a tracker: what is left where a hook holds back the worst.
  private mutating func addMistakes() {
    guard outline.shape.hasGlobalIDs else { return }
    if random.once(in: 5), let place = pick({ $0.state == .done }) { outline.tasks[place].isLogged = false }
    if random.once(in: 5), let place = pick({ $0.state == .done || $0.state == .blocked }) {
      outline.tasks[place].isDated = false
    }
    if random.once(in: 4), let place = pick({ $0.state == .blocked }), let done = pick({ $0.state == .done }) {
      outline.tasks[place].awaited = nil
      outline.tasks[place].needs = [outline.tasks[done].id]
      // A log that says when it was blocked may know of another reason.
      outline.tasks[place].isLogged = false
    }
    if random.once(in: 12), let place = pick({ $0.state == .todo }) {
      // A task that was never written down.
      outline.tasks[place].needs = ["\(outline.tasks[place].stem)-901"]
    }
    if random.once(in: 12), let place = pick({ $0.state == .todo }), let last = pick({ $0.state == .done }) {
      outline.tasks[last].needs.append(outline.tasks[place].id)
    }
  }

  private mutating func pick(_ isMeant: (PlannedTask) -> Bool) -> Int? {
    outline.tasks.indices.filter { isMeant(outline.tasks[$0]) }.randomElement(using: &random)
  }
}
