import Foundation
import SprintDriver
import SprintTesting
import Testing

struct AtomicWriterTests {
  private func text(_ path: String) throws -> String { String(decoding: try FileSystem.read(path), as: UTF8.self) }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `a new file, and one that is replaced`() throws {
    let folder = try TemporaryFolder(["old": "old"])
    try AtomicWriter.write(Array("new".utf8), to: folder.path + "/old")
    try AtomicWriter.write([], to: folder.path + "/empty")
    #expect(try text(folder.path + "/old") == "new")
    #expect(try text(folder.path + "/empty") == "")
    #expect(try names(folder) == ["empty", "old"])
  }

  @Test(arguments: [0o600, 0o640, 0o755]) func `permissions are kept`(mode: Int) throws {
    let folder = try TemporaryFolder(["a": "old"])
    let path = folder.path + "/a"
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try AtomicWriter.write([1], to: path)
    #expect(try permissions(path) == mode)
  }

  @Test(arguments: ["real/a", "link"]) func `a link stays, and what it leads to is written`(target: String) throws {
    let folder = try TemporaryFolder(["real/a": "old"])
    try folder.makeLink("link", to: "real/a")
    try folder.makeLink("again", to: target)
    try AtomicWriter.write(Array("new".utf8), to: folder.path + "/again")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/again") == target)
    #expect(try text(folder.path + "/real/a") == "new")
    #expect(try names(folder) == ["again", "link", "real"])
  }

  @Test func `a link to what is not there yet makes it`() throws {
    let folder = try TemporaryFolder()
    try folder.makeLink("link", to: "later")
    try AtomicWriter.write([7], to: folder.path + "/link")
    #expect(try FileSystem.read(folder.path + "/later") == [7])
  }

  @Test func `a file that may not be written is left as it is`() throws {
    let folder = try TemporaryFolder(["a": "old"])
    let path = folder.path + "/a"
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    #expect { try AtomicWriter.write([1], to: path) } throws: { "\($0)" == "cannot write \(path): Permission denied" }
    #expect(try text(path) == "old")
    #expect(try names(folder) == ["a"])
  }

  @Test(arguments: [("", "Is a directory"), ("none/a", "No such file or directory")])
  func `what cannot be written`(name: String, reason: String) throws {
    let folder = try TemporaryFolder()
    let path = name.isEmpty ? folder.path : "\(folder.path)/\(name)"
    #expect { try AtomicWriter.write([1], to: path) } throws: { "\($0)".hasSuffix(": \(reason)") }
    #expect(try names(folder).isEmpty)
  }

  @Test func `links in a circle`() throws {
    let folder = try TemporaryFolder()
    try folder.makeLink("a", to: "b")
    try folder.makeLink("b", to: "a")
    #expect(throws: FileError.self) { try AtomicWriter.write([1], to: folder.path + "/a") }
  }

  @Test func `a file that somebody changed since it was read is left as it is`() throws {
    let folder = try TemporaryFolder(["a": "theirs"])
    let path = folder.path + "/a"
    #expect {
      try AtomicWriter.write(Array("ours".utf8), to: path, replacing: Array("old".utf8))
    } throws: { error in
      "\(error)".hasSuffix("/a: it was changed since it was read")
    }
    #expect(try text(path) == "theirs")
    #expect(try names(folder) == ["a"])
    try AtomicWriter.write(Array("ours".utf8), to: path, replacing: Array("theirs".utf8))
    #expect(try text(path) == "ours")
  }
}
