import SprintDriver
import SprintModel
import SprintSource
import Testing

/// What words of a team's own do to the reading of its trackers.
struct VocabularyExtensionTests {
  @Test func `a tracker in German is read`() throws {
    let tracker = """
      # Sprint 10 · App

      ## 2. Lieferplan
      | Kennung | Zustand | Abhängig von | Zuständig | Beschreibung |
      | --- | --- | --- | --- | --- |
      | APP-10-001 | Erledigt (2025-11-03) | keine | Plattform · Betrieb Gilden | Bauen. |
      | APP-10-002 | **Übersprungen** | Hängt ab von APP-10-001 | Betrieb Gilde | Prüfen. |
      | APP-10-003 | wartet auf die Freigabe durch Recht | Braucht DIN-5008 | Betrieb Gilde | Liefern, hängt ab von 10-001. |

      ## Verlauf
      | Datum | Meldung |
      | --- | --- |
      | 2025-11-03 | APP-10-001 erledigt: läuft. |
      | 2025-11-04 | APP-10-002 nicht erledigt. |
      """
    let configuration = """
      vocabulary:
        columns:
          {id: [Kennung], status: [Zustand], dependencies: [Abhängig von], owners: [Zuständig], definition: [Beschreibung],
          date: [Datum], update: [Meldung]}
        sections: {tracker: [Lieferplan], log: [Verlauf]}
        states: {done: [erledigt], cancelled: [übersprungen], blocked: [wartet auf die Freigabe durch Recht]}
        phrases: [hängt ab von, braucht]
        noDependency: [keine]
        events: {completed: [erledigt]}
        ownerNouns: [Gilde]
      ids: {foreign: [din]}
      """
    #expect(try #require(try Samples.sprint(tracker, "")).tasks.isEmpty)
    let sprint = try #require(try Samples.sprint(tracker, configuration))
    #expect(sprint.tasks.map(\.state) == [.done, .cancelled, .blocked])
    #expect(
      sprint.tasks.map { $0.dependencies.filter { $0.kind == .task }.map(\.text.value) } == [
        [], ["APP-10-001"], ["10-001"],
      ])
    #expect(sprint.sections[.tracker] != nil)
    #expect(sprint.log.map(\.event) == [.completed, .note])
    #expect(sprint.log.map { $0.mentions.map(\.reference.text.value) } == [["APP-10-001"], ["APP-10-002"]])
  }

  @Test func `a tracker in Russian is read`() throws {
    let tracker = Samples.tracker(
      "APP-10-001 | Готово (2025-11-03) | нет | App Guild | Build.",
      "APP-10-002 | ✅ ГОТОВО | Зависит от APP-10-001 | App Guild | Test.",
      "APP-10-003 | не готово | None | App Guild | Ship, независит от APP-10-001.")
    let sprint = try #require(
      try Samples.sprint(
        tracker, "vocabulary: {states: {done: [готово]}, phrases: [зависит от], noDependency: [нет]}"))
    #expect(sprint.tasks.map(\.state) == [.done, .done, .unknown])
    #expect(sprint.tasks.map { $0.dependencies.map(\.text.value) } == [["нет"], ["APP-10-001"], ["None"]])
  }

  @Test(arguments: ["не done", "не готово, done", "未 DONE"])
  func `words of another script before a state may deny it`(status: String) throws {
    let sprint = try #require(
      try Samples.sprint(Samples.tracker("APP-10-001 | \(status) | None | App Guild | Build."), ""))
    #expect(sprint.tasks.map(\.state) == [.unknown])
  }

  @Test func `ids that are none`() throws {
    let tracker = Samples.tracker("APP-10-001 | TODO | Depends on ABC-12 and APP-10-002 | App Guild | Build.")
    #expect(
      try #require(try Samples.sprint(tracker, "")).tasks.flatMap(\.dependencies).map(\.text.value) == [
        "ABC-12", "APP-10-002",
      ])
    let sprint = try #require(try Samples.sprint(tracker, "ids: {foreign: [abc]}"))
    #expect(sprint.tasks.flatMap(\.dependencies).map(\.text.value) == ["APP-10-002"])
  }

  @Test func `headings of boards`() throws {
    let board = """
      # Board

      ## Erledigt
      - APP-101: Build.
      """
    let sprint = try #require(try Samples.sprint(board, "vocabulary: {states: {done: [erledigt]}}"))
    #expect(sprint.tasks.map(\.state) == [.done])
  }

  @Test func `groups and backlogs`() throws {
    let document = """
      # Sprint 10

      ## Aufgaben
      ### Etappe 1
      - [ ] APP-101: Build.
      """
    #expect(try #require(try Samples.sprint(document, "")).tasks.isEmpty)
    let sprint = try #require(
      try Samples.sprint(document, "vocabulary: {backlogWords: [Aufgaben], groupWords: [Etappe]}"))
    #expect(sprint.tasks.map(\.id.value.text) == ["APP-101"])
    #expect(sprint.groups.map(\.name.value) == ["Etappe 1"])
  }

  // MARK: Owners

  @Test(arguments: [
    ("DevOps", ["DevOps Guild"], ["DevOps"]), ("dev-ops / Docs", ["DevOps Guild", "Docs"], ["dev-ops", "Docs"]),
    ("DevOps, DevOps Guild, Docs", ["DevOps Guild", "Docs"], ["DevOps", "Docs"]),
    // The noun that owners share is theirs before they are looked up.
    ("Ops · App Guilds", ["DevOps Guild", "App Guild"], ["Ops", "App Guilds"]), ("Docs", ["Docs"], ["Docs"]),
  ])
  func `owners go by the name that they are an alias of, and keep their place`(
    cell: String, names: [String], written: [String]
  ) throws {
    let text = Samples.tracker("APP-10-001 | TODO | None | \(cell) | Build.")
    let aliases = "owners: {aliases: {DevOps: DevOps Guild, Dev Ops: DevOps Guild, Ops Guild: DevOps Guild}}"
    let sprint = try #require(try Samples.sprint(text, aliases))
    let owners = try #require(sprint.tasks.first).owners
    #expect(owners.map(\.name.value) == names)
    #expect(owners.map { Bytes(text).at($0.name.range).string } == written)
  }
}
