import Glibc

/// Real documents, where they lie beside the project; the tests that need them are skipped elsewhere.
enum Seeds {
  private static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(5)
    return parts.joined(separator: "/") + "/shared/seeds"
  }()

  static var exist: Bool { !names(in: "raw").isEmpty }

  static func raw(_ prefix: String) -> [UInt8]? { find(prefix, in: "raw") }
  static func restored(_ prefix: String) -> [UInt8]? { find(prefix, in: "restored") }

  private static func find(_ prefix: String, in part: String) -> [UInt8]? {
    names(in: part).first { $0.hasPrefix(prefix) }.flatMap { read("\(folder)/\(part)/\($0)") }
  }

  private static func names(in part: String) -> [String] {
    guard let directory = unsafe opendir("\(folder)/\(part)") else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      names.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
          unsafe String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        })
    }
    return names.sorted()
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let stream = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = unsafe getc(stream), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }
}
