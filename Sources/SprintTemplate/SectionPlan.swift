import SprintMarkdown
import SprintModel
import SprintReader
import SprintSource

/// Where the sections of a document belong in the standard template.
struct SectionPlan {
  /// The heading that is the title; nil where the first heading is that of a section.
  private(set) var title: Int?
  /// For each section of the template, the sections of the document that go there, with all that stands in them.
  private(set) var places: [SectionKind: [Int]] = [:]
  /// Sections that the template does not know.
  private(set) var others: [Int] = []
  /// Sections that are taken out of the one they stand in.
  private(set) var moved: Set<Int> = []

  private let layout: SourceLayout

  private var sections: [Outline.Section] { layout.outline.sections }

  /// Whether of a section that announces no tasks the rows alone go into the tracker.
  private let movesRowsAlone: Bool

  init(_ layout: SourceLayout, movesRowsAlone: Bool) {
    self.layout = layout
    self.movesRowsAlone = movesRowsAlone
    title = sections.indices.first { sections[$0].heading != nil }.flatMap { first in
      let section = layout.outline.sections[first]
      // `## Sprint 12 Backlog` is one, as it says which sprint it is.
      let isNumbered =
        layout.sprint.number.map { section.heading?.text.contains($0.range) ?? false && !$0.range.isEmpty } ?? false
      let isPart =
        section.isNamed || (section.announcesTasks && !isNumbered)
        || (section.level > 1 && (layout.blocks.contains(first) || layout.groupSections.contains(first)))
      return isPart ? nil : first
    }
    for index in sections.indices where sections[index].heading != nil && index != title {
      let parent = sections[index].parent
      if parent == nil || parent == title { place(index) }
    }
  }

  /// The sections right inside one.
  private func children(of index: Int) -> [Int] {
    layout.outline.descendants(of: index).filter { sections[$0].parent == index }
  }

  /// Those of them that stay there.
  func remaining(in index: Int) -> [Int] { children(of: index).filter { !moved.contains($0) } }

  private mutating func place(_ index: Int) {
    let section = sections[index]
    let kind = isTracker(index) ? .tracker : section.isNamed ? section.kind : .other
    if kind != .other {
      moved.insert(index)
      places[kind, default: []].append(index)
      if kind != .tracker { placeGroups(in: index) }
    } else {
      let isTop = section.parent == nil || section.parent == title
      if isTop { others.append(index) }
      for child in children(of: index) { place(child) }
    }
  }

  /// Groups of tasks stand in the tracker, whatever section they stood in.
  private mutating func placeGroups(in index: Int) {
    for child in children(of: index) {
      if layout.groupSections.contains(child) {
        moved.insert(child)
        places[.tracker, default: []].append(child)
      } else {
        placeGroups(in: child)
      }
    }
  }

  /// Whether a section holds tasks itself, or announces those that stand in it.
  private func isTracker(_ index: Int) -> Bool {
    let section = sections[index]
    if section.isNamed { return section.kind == .tracker }
    if layout.groupSections.contains(index) { return true }
    if !section.announcesTasks, movesRowsAlone { return false }
    return hasTasks(index)
      || (section.announcesTasks && layout.outline.descendants(of: index).contains { hasTasks($0) })
  }

  private func hasTasks(_ index: Int) -> Bool {
    layout.blocks.contains(index) || layout.rowsOfBlocks[index] != nil
      || layout.body(of: index).contains { layout.rowsOnLine[$0] != nil }
  }
}
