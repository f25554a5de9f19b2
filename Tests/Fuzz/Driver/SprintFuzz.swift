import CLibFuzzer
import Glibc
import SprintDriver
import SprintFuzzing

/// Fuzzes one target with libFuzzer: `SprintFuzz TARGET [OPTION…] [FOLDER…]`, options and folders as libFuzzer has them.
///
/// The first folder gets what is found on the way; a file instead of a folder is held against the target, once.
/// Without arguments the names of all targets are printed.
@main struct SprintFuzz {
  static func main() {
    guard let name = CommandLine.arguments.dropFirst().first else {
      for target in FuzzTarget.all { print(target.name) }
      return
    }
    guard let target else {
      fail("no target \(name); there are \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
    }
    var arguments = CommandLine.arguments
    arguments.remove(at: 1)
    exit(run(arguments + ["-seed_inputs=" + target.seeds.joined(separator: ",")]))
  }

  /// The one that is named. libFuzzer's callback takes nothing along, so that it has to be found from anywhere.
  private static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.named)

  /// Hands over to libFuzzer, which ends the process itself where it finds a defect.
  private static func run(_ arguments: [String]) -> CInt {
    var count = CInt(arguments.count)
    // libFuzzer keeps what it is given: the copies are never freed.
    let copies = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: arguments.count + 1)
    unsafe copies.initialize(repeating: nil)
    for (place, argument) in arguments.enumerated() { unsafe copies[place] = strdup(argument) }
    var first = copies.baseAddress
    return unsafe LLVMFuzzerRunDriver(&count, &first) { data, size in
      unsafe SprintFuzz.check(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  /// Holds one input against the target; a fault ends the process as a crash does, so that libFuzzer keeps the input.
  private static func check(_ bytes: [UInt8]) {
    guard let target, let fault = target.fault(bytes) else { return }
    StandardStream.error.write(Array("\(target.name): \(fault)\n".utf8))
    abort()
  }

  private static func fail(_ message: String) -> Never {
    StandardStream.error.write(Array("SprintFuzz: \(message)\n".utf8))
    StandardStream.end(2)
  }
}
