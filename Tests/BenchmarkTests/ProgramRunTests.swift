import Foundation
import SprintTesting
import SystemPackage
import Testing

@testable import SprintBenchmark

struct ProgramRunTests {
  private static func run(_ line: String) throws -> (run: ProgramRun, errors: String) {
    let folder = try TemporaryFolder()
    let errors = "\(folder.path)/errors.txt"
    let run = try ProgramRun.run(["/bin/sh", "-c", line], errors: errors)
    return (run, try String(contentsOfFile: errors, encoding: .utf8))
  }

  @Test(arguments: [("exit 0", 0), ("exit 3", 3), ("kill -9 $$", -9), ("nosuchprogram", 127)])
  func `the status is that of the program, or the signal that ended it`(line: String, status: Int) throws {
    #expect(try Self.run(line).run.status == status)
  }

  @Test(arguments: [
    ("exit 0", nil), ("exit 1", nil), ("exit 2", "it ended with 2"), ("kill -9 $$", "it ended with -9"),
    ("echo a >&2; echo b >&2; exit 2", "it ended with 2: b"),
  ]) func `findings are no failure, all else is, with the last that was said`(line: String, failure: String?) throws {
    let folder = try TemporaryFolder()
    let said: String?
    do {
      _ = try ProgramRun.successful(["/bin/sh", "-c", line], errors: "\(folder.path)/errors.txt")
      said = nil
    } catch {
      said = error.description
    }
    #expect(said == failure)
  }

  @Test func `standard error goes into a file, standard output nowhere, and standard input is empty`() throws {
    let (run, errors) = try Self.run("cat; echo out; echo wrong >&2")
    #expect((run.status, errors) == (0, "wrong\n"))
  }

  @Test func `time on the clock is told from time of the processor`() throws {
    let asleep = try Self.run("sleep 0.2").run
    #expect(asleep.wall >= 0.2)
    #expect(asleep.user + asleep.system < asleep.wall)
    let busy = try Self.run("i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done").run
    #expect(busy.user + busy.system > asleep.user + asleep.system)
  }

  @Test func `the peak is that of the program, where it takes more than this process`() throws {
    #expect(try Self.run("exit 0").run.peakMemory == nil)
    // dd holds a block as a whole. Other tests of this process take memory meanwhile.
    let megabytes = 2 * ProgramRun.ownPeak() >> 20 + 256
    // More than two gigabytes are not read at once; so much has this process under a sanitizer.
    guard megabytes < 2_000 else { return }
    let run = try Self.run("dd if=/dev/zero of=/dev/null bs=\(megabytes)M count=1").run
    let peak = try #require(run.peakMemory)
    #expect(peak >= megabytes << 20)
    // Where the others have taken more than it did, that is what was counted.
    #expect(peak <= max((megabytes + 32) << 20, ProgramRun.ownPeak()))
  }

  @Test func `a program that is not there is an error`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Errno.noSuchFileOrDirectory) {
      try ProgramRun.run(["\(folder.path)/none"], errors: "\(folder.path)/errors.txt")
    }
  }
}
