import SprintModel
import SprintSource
import SprintTemplate
import SprintTesting
import Testing

struct NewSprintTests {
  private func sprint(_ title: String, number: Int = 42, owner: String = "Planning") throws -> NewSprint {
    let day = try #require(CalendarDate(year: 2025, month: 11, day: 25))
    return NewSprint(number: number, title: title, date: day, owner: owner)
  }

  @Test(arguments: [
    ("Ops DevOps IV", "SPRINT_0042_ops_devops_iv.md"), ("  a -- b  ", "SPRINT_0042_a_b.md"),
    ("Größe & Änderung", "SPRINT_0042_grose_anderung.md"), ("日本", "SPRINT_0042.md"), ("😀", "SPRINT_0042.md"),
    ("e\u{301}tude", "SPRINT_0042_etude.md"), ("Don't / ../etc", "SPRINT_0042_dont_etc.md"),
    ("2026 plan", "SPRINT_0042_sprint_2026_plan.md"), ("3d print", "SPRINT_0042_3d_print.md"),
  ])
  func `the file is called after number and title`(title: String, name: String) throws {
    #expect(try sprint(title).fileName(width: 4) == name)
  }

  @Test func `the number has as many digits as wanted, and all that it has`() throws {
    #expect(try sprint("a", number: 7).fileName(width: 3) == "SPRINT_007_a.md")
    #expect(try sprint("a", number: 12_345).fileName(width: 4) == "SPRINT_12345_a.md")
  }

  @Test func `a long title makes no longer name than a file system takes`() throws {
    let name = try sprint(String(repeating: "word ", count: 400)).fileName(width: 4)
    #expect(name.utf8.count < 130 && name.hasPrefix("SPRINT_0042_word_word_"))
    #expect(try sprint(String(repeating: "w", count: 4000)).fileName(width: 4) == "SPRINT_0042.md")
  }

  @Test(arguments: HostileText.all.map(\.key) + ["lines", "marks", "comment", "heading"])
  func `a title with any characters is one title and nothing else`(name: String) throws {
    let own = [
      "lines": "a\n## Tasks\r\n- [ ] A1: x", "marks": "*a* _b_ `c` [d](e) ~~f~~ | g \\ h #", "heading": "# C# #",
      "comment": "<!-- sprintmark-disable-file SM107 --> & &lt; <b>",
    ]
    let title = try #require(own[name] ?? HostileText.all.first { $0.key == name }?.value)
    let sprint = try sprint(title, owner: title)
    let read = Documents.sprint(sprint.text, path: sprint.fileName(width: 4))
    #expect(read.number?.value == "42" && read.tasks.isEmpty && read.suppressions.isEmpty && read.invalidText.isEmpty)
    #expect(read.log.count == 1 && read.log.first?.date?.description == "2025-11-25")
    #expect(read.log.first?.update.value == "Sprint created.")
    #expect(read.irregularities.isEmpty && read.title != nil)
    let headings = sprint.text.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings.count == 8)
  }
}
