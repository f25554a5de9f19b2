import Foundation
import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTemplate
import SprintTesting
import Testing

@testable import SprintBenchmark

struct WorkspaceGeneratorTests {
  private static let generator = WorkspaceGenerator(seed: 1)

  @Test(arguments: [1, 2, 50, 250, 251, 9999, 10_000, 123_456])
  func `a tracker follows from its number and the seed`(number: Int) {
    let (name, text) = Self.generator.tracker(number)
    #expect(Self.generator.tracker(number) == (name, text))
    #expect(Self.generator.tracker(number + 1).text != text)
    #expect(WorkspaceGenerator(seed: 2).tracker(number).text != text)
  }

  @Test func `a tracker is the same in a folder of any size, and a folder is made anew`() throws {
    let folder = try TemporaryFolder(["few/SPRINT_0001_old.md": "# Old\n"])
    let bytes = try Self.generator.write(5, to: "\(folder.path)/few")
    try Self.generator.write(12, to: "\(folder.path)/many")
    let few = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/few").sorted()
    let many = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/many").sorted()
    #expect((few.count, many.count) == (5, 12))
    #expect(Array(many.prefix(5)) == few)
    let texts = few.map { FileManager.default.contents(atPath: "\(folder.path)/few/\($0)") }
    #expect(texts == few.map { FileManager.default.contents(atPath: "\(folder.path)/many/\($0)") })
    #expect(texts.compactMap(\.?.count).reduce(0, +) == bytes)
  }

  @Test func `any hundred trackers on end have all shapes, most of them the standard table`() {
    for first in [1, 37, 1000] {
      let shapes = (first..<(first + 100)).map(TrackerShape.of)
      #expect(Set(shapes) == Set(TrackerShape.allCases))
      #expect(shapes.filter { $0 == .standard }.count == 65)
    }
  }

  @Test(arguments: 1...100) func `a tracker is read in its dialect, with its tasks`(number: Int) {
    let (name, text) = Self.generator.tracker(number)
    let outline = SprintOutline(number, seed: 1)
    let sprint = Documents.sprint(text, path: name)
    let shape = TrackerShape.of(number)
    // A whole document is a task, and its steps are others; phases have steps too.
    let planned = outline.tasks.flatMap(\.serials).count
    switch shape {
    case .storyDocument: #expect(sprint.tasks.count == planned + 1)
    case .phase: #expect(sprint.tasks.count > planned)
    default: #expect(sprint.tasks.count == planned)
    }
    #expect(sprint.dialect == (shape.isTemplate ? "standard" : shape.rawValue))
    #expect(Set(sprint.tasks.map(\.uid)).count == sprint.tasks.count)
    if [.waves, .sprintIndex, .planGroups].contains(shape) { #expect(!sprint.groups.isEmpty) }
    #expect(sprint.log.isEmpty != shape.hasGlobalIDs)
  }

  @Test func `each tracker keeps in the standard template what it says, also with full ids`() throws {
    let folder = try TemporaryFolder()
    try Self.generator.write(100, to: "\(folder.path)/all")
    let loaded = WorkspaceLoader().load(["\(folder.path)/all"])
    for options in [
      StandardTemplate.Options(), StandardTemplate.Options(splitsCompounds: true, expandsReferences: true),
    ] {
      let outcomes = Formatting(Project()).convert(loaded, options)
      #expect(outcomes.count == 100)
      #expect(outcomes.filter { $0.text == nil }.map(\.file.path) == [])
    }
  }

  @Test func `a folder is as large as it is meant to be, and has the mistakes of a folder with a hook`() {
    let files = (1...200).map { number in
      let (name, text) = Self.generator.tracker(number)
      return SourceFile(path: name, bytes: Array(text.utf8))
    }
    let workspace = Documents.workspace(files)
    let tasks = workspace.sprints.map(\.tasks.count).reduce(0, +)
    let bytes = files.map { $0.text.count }
    #expect((5000...7000).contains(tasks))
    #expect((1_800_000...2_200_000).contains(bytes.reduce(0, +)))
    #expect((bytes.min() ?? 0) < 4000 && (bytes.max() ?? 0) > 20_000)
    let counts = Dictionary(grouping: RuleEngine().check(workspace), by: \.code).mapValues(\.count)
    #expect((150...500).contains(counts.values.reduce(0, +)), "\(counts)")
    #expect(counts.keys.count >= 6, "\(counts)")
    // References lead where they should, but for those that are meant to lead nowhere.
    #expect(counts["SM402", default: 0] <= 20 && counts["SM403", default: 0] == 0, "\(counts)")
    #expect(counts["SM401", default: 0] <= 5, "\(counts)")
  }

  @Test func `tasks wait for tasks of their sprint and of others, by id, shorthand and range, and for sprints`() {
    let files = (1...60).map { number in
      let (name, text) = Self.generator.tracker(number)
      return SourceFile(path: name, bytes: Array(text.utf8))
    }
    let workspace = Documents.workspace(files)
    var methods: Set<String> = []
    var crosses = false
    var kinds: Set<Reference.Kind> = []
    for (place, sprint) in workspace.sprints.enumerated() {
      for (number, task) in sprint.tasks.enumerated() {
        kinds.formUnion(task.dependencies.map(\.kind))
        for resolution in workspace.dependencies(of: .init(sprint: place, task: number)) {
          methods.insert(resolution.method.rawValue)
          let sprints = resolution.nodes.flatMap { workspace.symbols.declarations[$0].map(\.sprint) }
          crosses = crosses || sprints.contains { $0 != place }
        }
      }
    }
    #expect(methods.isSuperset(of: ["exact", "shorthand", "range"]))
    #expect(kinds.isSuperset(of: [.task, .sprint, .external, .none]))
    #expect(crosses)
  }
}
