import Foundation
import SprintTesting
import Testing

@testable import SprintBenchmark

struct ToolboxTests {
  private static func folder(_ tools: [Tool]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for tool in tools {
      try folder.write(tool.rawValue, Array("#!/bin/sh\necho \(tool.rawValue) 1.2; echo more\n".utf8))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/\(tool.rawValue)")
    }
    return folder
  }

  @Test(arguments: Tool.allCases) func `a program that is missing is named, with what is lost and what to do`(
    tool: Tool
  ) throws {
    let folder = try Self.folder(Tool.allCases.filter { $0 != tool })
    let toolbox = Toolbox(folders: ["/nonexistent", folder.path])
    #expect(toolbox[tool] == nil)
    #expect(toolbox.version(of: tool) == nil)
    let complaint = try #require(toolbox.complaints.first)
    #expect(toolbox.complaints.count == 1)
    #expect(complaint.hasPrefix("\(tool.rawValue) is missing: no "))
    #expect(complaint.hasSuffix(" install binutils` installs it") == (tool == .strip))
    #expect(complaint.contains("install"))
  }

  @Test func `folders are searched in order for what can be run`() throws {
    let first = try Self.folder([.rumdl])
    let second = try Self.folder(Tool.allCases)
    try first.write("valgrind", Array("no program".utf8))
    let toolbox = Toolbox(folders: [first.path, second.path])
    #expect(toolbox.complaints == [])
    #expect(toolbox[.rumdl] == "\(first.path)/rumdl")
    #expect(toolbox[.valgrind] == "\(second.path)/valgrind")
    #expect(toolbox.version(of: .cmark) == "cmark-gfm 1.2")
  }

  @Test(arguments: [
    (Programs(), 0, 0), (Programs(sprintmark: "s"), 4, 2), (Programs(cmark: "c"), 1, 1),
    (Programs(rumdl: "r"), 3, 1), (Programs(sprintmark: "s", bareParse: "b", cmark: "c", rumdl: "r"), 9, 4),
  ]) func `there is no command for a program that is missing`(programs: Programs, ofFolder: Int, ofFile: Int) {
    let commands = programs.commands(folder: "d", files: ["d/a.md", "d/b.md"], cache: "k")
    #expect(commands.count == ofFolder)
    #expect(Set(commands.map(\.kind)).count == ofFolder)
    #expect(programs.commands(file: "a.md").count == ofFile)
  }

  @Test(arguments: [
    ("events: Ir\nfn=a\n1 5\ntotals: 135714427\n", 135_714_427 as Int?), ("totals: 1\ntotals: 7\n", 7),
    ("events: Ir\nsubtotals: 4\n", nil), ("", nil), ("totals: many\n", nil),
  ]) func `the instructions are the total that callgrind tells`(text: String, count: Int?) {
    #expect(InstructionCounter.total(in: text) == count)
  }
}
