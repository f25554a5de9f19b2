import Foundation

/// The program that is measured, and what counts its instructions.
struct CountedProgram {
  let path: String
  /// Nil where a tool for it is missing.
  let counter: InstructionCounter?
  /// A file for what the program says.
  let errors: String

  /// Makes a folder for what is left behind, and in it a copy of the program: valgrind fails over what Swift says for
  /// debuggers.
  ///
  /// - Parameters:
  ///   - binary: the path of the program; nil for the one that lies beside this one.
  ///   - folder: where the copy lies.
  /// - Throws: where the folder cannot be made, or the program not be read.
  init(_ binary: String?, in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let original = binary ?? URL(filePath: own).deletingLastPathComponent().appending(path: "sprintmark").path
    let toolbox = Toolbox.standard(pythonFolder: ".build/venv/bin")
    errors = folder + "/errors.txt"
    guard let valgrind = toolbox[.valgrind], let strip = toolbox[.strip] else {
      path = original
      counter = nil
      return
    }
    path = folder + "/sprintmark"
    counter = InstructionCounter(valgrind: valgrind, output: folder + "/callgrind.out", errors: errors)
    guard try ProgramRun.run([strip, "-g", "-o", path, original], errors: errors).status == 0 else {
      throw BenchmarkFailure("\(original) cannot be read by \(strip)")
    }
  }
}
