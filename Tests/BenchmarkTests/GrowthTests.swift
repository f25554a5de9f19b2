import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import Testing

@testable import SprintBenchmark

struct GrowthTests {
  private func growth(_ instructions: (Int, Int, Int), _ memory: (Int?, Int?, Int?) = (nil, nil, nil)) -> Growth {
    Growth(
      base: Growth.Cost(instructions: instructions.0, memory: memory.0),
      small: Growth.Cost(instructions: instructions.1, memory: memory.1),
      large: Growth.Cost(instructions: instructions.2, memory: memory.2))
  }

  @Test func `what nothing takes is taken off`() {
    #expect(growth((100, 110, 200)).instructions == 10)
    #expect(growth((100, 110, 200)).isLinear)
    #expect(growth((100, 110, 221)).isLinear == false)
    #expect(growth((100, 110, 200)).description == "instructions x 10.0")
  }

  @Test func `memory counts where there is enough of it`() {
    let mega = 1 << 20
    #expect(growth((0, 1, 10), (10 * mega, 20 * mega, 130 * mega)).memory == 12)
    #expect(growth((0, 1, 10), (10 * mega, 20 * mega, 131 * mega)).isLinear == false)
    #expect(growth((0, 1, 10), (10 * mega, 12 * mega, 131 * mega)).memory == nil)
    #expect(growth((0, 1, 10), (10 * mega, nil, 131 * mega)).memory == nil)
  }

  @Test(arguments: GrowthShape.all.map(\.name)) func `shapes grow with their number`(name: String) {
    let shape = GrowthShape.all.first { $0.name == name }
    let small = shape?.text(30).utf8.count ?? 0
    let large = shape?.text(300).utf8.count ?? 0
    #expect(large > small + 250)
  }

  /// But for those that one tracker, read without a configuration, cannot have, and those that find one thing in a file
  /// or look at each row by itself.
  @Test func `each rule finds something in some shape`() {
    let engine = RuleEngine(
      severities: ["SM405": .warning, "SM406": .warning, "SM310": .warning],
      today: CalendarDate(year: 2025, month: 11, day: 20), archive: ["archived"], fileLookup: { _, _ in false })
    var found: Set<String> = []
    for shape in GrowthShape.all {
      let file = SourceFile(path: "SPRINT_10_growth.md", bytes: Array(shape.text(60).utf8))
      found.formUnion(engine.check(WorkspaceLoader().link([file])).map(\.code))
    }
    let missing = Set(Rule.catalogue.map(\.code)).subtracting(found)
    #expect(missing == ["SM105", "SM107", "SM108", "SM109", "SM111", "SM202", "SM302", "SM701", "SM902"])
  }

  @Test func `what is asked about is in each shape that it is asked of`() {
    for shape in GrowthShape.tables {
      let file = SourceFile(path: "SPRINT_10_growth.md", bytes: Array(shape.text(40).utf8))
      let workspace = WorkspaceLoader().link([file])
      if case .found = workspace.tasks(named: GrowthShape.first) { continue }
      Issue.record("\(shape.name) has no \(GrowthShape.first)")
    }
  }
}
