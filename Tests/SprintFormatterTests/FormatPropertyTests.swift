import Foundation
import SprintDriver
import SprintFormatter
import SprintMarkdown
import SprintModel
import SprintSource
import SprintTesting
import Testing

/// What holds for every document: the model is kept, the page is kept, and twice is once.
struct FormatPropertyTests {
  private static let styles: [LayoutStyle] = [false, true].map { isOn in
    var style = LayoutStyle()
    style.align = isOn
    style.statuses = isOn
    style.lineEndings = isOn ? .lf : .keep
    return style
  }

  /// What is wrong with a formatted document; nil where nothing is.
  ///
  /// The formatter checks itself. The check here, which takes longer, is another one: facts and links, and the page
  /// without any word that is a state or a date.
  private static func fault(in bytes: [UInt8], _ style: LayoutStyle, isThorough: Bool = true) -> String? {
    let result = Formatted.file(bytes, style).result
    if case .refused(let guarantee) = result { return "\(guarantee)" }
    guard isThorough, case .changed(let after) = result else { return nil }
    let (old, before) = Formatted.loader.read(SourceFile(path: "SPRINT_10_app.md", bytes: bytes))
    let (new, sprint) = Formatted.loader.read(SourceFile(path: "SPRINT_10_app.md", bytes: after))
    if facts(before) != facts(sprint) { return "the facts differ" }
    if before.links.map(\.value) != sprint.links.map(\.value) { return "the links differ" }
    if before.dialect != sprint.dialect { return "the dialect differs" }
    guard let page = PageRendering(old), let other = PageRendering(new), unspelled(page) == unspelled(other) else {
      return "the page differs"
    }
    return Formatted.file(after, style).result == .unchanged ? nil : "it is not formatted"
  }

  /// States without their dates: those are spelled anew.
  private static func facts(_ sprint: Sprint) -> [String] {
    ModelFact.facts(of: sprint).map { fact, _, _ in
      fact.subject == .status
        ? fact.description.prefix { !$0.isNumber || $0.isLetter } + "" : unspelled(fact.description)
    }
  }

  private static func unspelled(_ page: PageRendering) -> String {
    unspelled(String(decoding: page.html, as: UTF8.self))
  }

  private static func unspelled(_ text: String) -> String {
    let words = [
      "in progress", "in-progress", "in_progress", "doing", "to do", "to-do", "to_do", "todo", "in review", "in_review",
      "in-review", "review",
      "canceled", "cancelled",
    ]
    return words.reduce(text.lowercased()) { $0.replacing($1, with: "") }.replacing(
      /\d{4}[-\/.]\d{1,2}[-\/.]\d{1,2}/, with: "")
  }

  private static func faults(_ seeds: Range<Int>, _ text: (Int) -> String) -> [String] {
    seeds.compactMap { seed in
      fault(in: Array(text(seed).utf8), styles[seed % styles.count], isThorough: seed % 25 < 2).map { "\(seed): \($0)" }
    }
  }

  @Test(arguments: 0..<10) func `formatting a generated tracker changes nothing that it says`(block: Int) {
    #expect(Self.faults(block * 500..<(block + 1) * 500, GeneratedTracker.text).isEmpty)
  }

  @Test(arguments: 0..<10) func `formatting a damaged tracker changes nothing that it says`(block: Int) {
    #expect(Self.faults(block * 500..<(block + 1) * 500, DamagedTracker.text).isEmpty)
  }

  @Test(arguments: styles.indices) func `formatting a fixture changes nothing that it says`(style: Int) throws {
    let files =
      try Self.markdown(in: Places.fixtures) + Self.markdown(in: Places.trees) + Self.markdown(in: Places.reports)
    #expect(files.count > 70)
    for file in files { #expect(Self.fault(in: try FileSystem.read(file), Self.styles[style]) == nil, "\(file)") }
  }

  @Test(arguments: styles.indices) func `formatting hostile text changes nothing that it says`(style: Int) {
    for (name, text) in HostileText.all {
      #expect(Self.fault(in: Array(HostileText.tracker(text).utf8), Self.styles[style]) == nil, "\(name)")
    }
  }

  /// Real documents, where they lie beside the project.
  private static let seeds = (try? markdown(in: "\(Places.project)/../shared/seeds/restored")) ?? []

  @Test(.enabled(if: !seeds.isEmpty), arguments: styles.indices)
  func `formatting a real document changes nothing that it says`(style: Int) throws {
    for file in Self.seeds { #expect(Self.fault(in: try FileSystem.read(file), Self.styles[style]) == nil, "\(file)") }
  }

  private static func markdown(in folder: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test(arguments: styles.indices) func `formatting the examples of the specification keeps their pages`(style: Int)
    async throws
  {
    let examples = try await Specification.examples()
    #expect(examples.count > 600)
    for example in examples { #expect(Self.fault(in: Array(example.utf8), Self.styles[style]) == nil, "\(example)") }
    // One below the other, they meet in ways that nobody thought of.
    for start in stride(from: 0, to: examples.count - 3, by: 3) {
      let text = examples[start..<(start + 3)].joined()
      #expect(Self.fault(in: Array(text.utf8), Self.styles[style]) == nil, "\(text)")
    }
  }

  @Test(arguments: styles.indices) func `the generated page is that of the program too`(style: Int) async throws {
    // What a file may begin with is text in the middle of one.
    let texts = (0..<300).map(GeneratedTracker.text).filter { !$0.hasPrefix("---") && !$0.hasPrefix("\u{FEFF}") }
    let after = texts.map { Formatted.text($0, Self.styles[style]) }
    func page(_ texts: [String]) async throws -> String {
      let all = texts.map { $0.replacing("\r\n", with: "\n") }.joined(separator: "\n\n<hr>\n\n")
      let run = try await Run.of(
        "cmark-gfm", ["--unsafe"] + ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["-e", $0] },
        input: Array(all.utf8))
      return Self.unspelled(run.outputText)
    }
    #expect(try await page(texts) == page(after))
  }
}
