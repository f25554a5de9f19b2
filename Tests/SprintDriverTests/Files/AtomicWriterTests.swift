import Foundation
import SprintDriver
import SprintSource
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
      try AtomicWriter.write(Array("ours".utf8), to: path, replacing: .text(Array("old".utf8)))
    } throws: { error in
      "\(error)".hasSuffix("/a: it was changed since it was read")
    }
    #expect(try text(path) == "theirs")
    #expect(try names(folder) == ["a"])
    try AtomicWriter.write(Array("ours".utf8), to: path, replacing: .text(Array("theirs".utf8)))
    #expect(try text(path) == "ours")
  }

  @Test func `a file that is gone since it was read stays away`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a"
    #expect {
      try AtomicWriter.write([1], to: path, replacing: .text([0]))
    } throws: { error in
      "\(error)" == "cannot write \(path): it was removed since it was read"
    }
    #expect(try names(folder) == [])
  }

  @Test(arguments: ["", "theirs"]) func `where nothing is to lie, nothing is replaced`(text: String) throws {
    let folder = try TemporaryFolder(["a": text])
    try folder.makeLink("link", to: "nowhere")
    let path = folder.path + "/a"
    #expect {
      try AtomicWriter.write([1], to: path, replacing: .nothing)
    } throws: { error in
      "\(error)" == "cannot write \(path): File exists"
    }
    #expect(try self.text(path) == text)
    try AtomicWriter.write([1], to: folder.path + "/new", replacing: .nothing)
    #expect(try names(folder) == ["a", "link", "new"])
  }

  @Test func `a file in which somebody has written the same is left to them`() throws {
    let folder = try TemporaryFolder(["a": "new"])
    let path = folder.path + "/a"
    let before = try FileSystem.status(of: path).identity
    try AtomicWriter.write(Array("new".utf8), to: path, replacing: .text(Array("old".utf8)))
    #expect(try FileSystem.status(of: path).identity == before)
    #expect(try names(folder) == ["a"])
  }

  @Test func `of a file with two names the other keeps the old text`() throws {
    let folder = try TemporaryFolder(["a": "old"])
    try FileManager.default.linkItem(atPath: folder.path + "/a", toPath: folder.path + "/b")
    try AtomicWriter.write(Array("new".utf8), to: folder.path + "/a")
    #expect(try text(folder.path + "/a") == "new")
    #expect(try text(folder.path + "/b") == "old")
  }

  @Test(.enabled(if: geteuid() == 0)) func `the superuser leaves a file to its owner`() throws {
    let folder = try TemporaryFolder(["a": "old"])
    let path = folder.path + "/a"
    try FileManager.default.setAttributes([.ownerAccountID: 12345, .groupOwnerAccountID: 54321], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try AtomicWriter.write([1], to: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.ownerAccountID] as? Int == 12345)
    #expect(attributes[.groupOwnerAccountID] as? Int == 54321)
    #expect(try permissions(path) == 0o640)
  }

  /// The lists are those of the owner, a user, the group, the mask and others, as the kernel has them (acl(5)).
  @Test func `extended attributes and access lists are kept`() async throws {
    let folder = try TemporaryFolder(["a": "old", "none": "old"])
    let program = """
      import errno, json, os, struct, sys
      def access(*entries): return struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
      path, task = sys.argv[1:]
      if task == "set":
          try:
              os.setxattr(path, "user.note", b"\\0\\xffkept")
              os.setxattr(path, "system.posix_acl_access",
                  access((1, 6, -1), (2, 6, 12345), (4, 4, -1), (16, 6, -1), (32, 0, -1)))
          except OSError as error:
              if error.errno != errno.ENOTSUP: raise
      print(json.dumps({name: os.getxattr(path, name).hex() for name in os.listxattr(path)}))
      """
    let path = folder.path + "/a"
    let before: [String: String] = try await Python.run(program, [path, "set"], input: [])
    try AtomicWriter.write([1], to: path)
    let after: [String: String] = try await Python.run(program, [path, "get"], input: [])
    #expect(after == before)
  }

  @Test func `what is no file is not replaced`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect {
      try AtomicWriter.write([1], to: path)
    } throws: { error in
      "\(error)" == "cannot write \(path): it is a pipe, and no file"
    }
    #expect(try names(folder) == ["pipe"])
  }

  @Test func `names need not be UTF-8`() throws {
    let folder = try TemporaryFolder()
    let bytes: [UInt8] = Array("\(folder.path)/a".utf8) + [0xE9, 0xFF]
    try AtomicWriter.write([1, 2], to: FileName.text(bytes))
    let names = try FileSystem.entries(of: folder.path).map { FileName.bytes($0.name) }
    #expect(names == [[0x61, 0xE9, 0xFF]])
    #expect(try FileSystem.read(FileName.text(bytes)) == [1, 2])
  }

  @Test func `a link that leads out of the repository is not followed`() throws {
    let folder = try TemporaryFolder(["repository/.git/HEAD": "", "outside": "old"])
    try folder.makeLink("repository/link", to: "../outside")
    try folder.makeLink("repository/new", to: "../later")
    for name in ["link", "new"] {
      #expect(throws: FileError.self) { try AtomicWriter.write([7], to: folder.path + "/repository/" + name) }
    }
    #expect(try FileSystem.read(folder.path + "/outside") == Array("old".utf8))
    #expect(!FileSystem.exists(folder.path + "/later"))
  }
}
