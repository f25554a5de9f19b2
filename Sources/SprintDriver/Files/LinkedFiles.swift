package import SprintRules
import SprintSource
import SystemPackage

/// Looks for the files that trackers link to.
package enum LinkedFiles {
  /// What knows the files around trackers, but around the one from standard input, which is shown under the
  /// name given: nobody knows where that lies.
  package static func lookup(standardInputName: String? = nil) -> FileLookup {
    { link, tracker in
      guard tracker.path != standardInputName else { return nil }
      let path = "\(tracker.folder)\(link)"
      // What cannot be looked at may be there.
      if !FileSystem.isMissing(path) { return true }
      // A browser takes `a/../b` for `b`; the system wants an `a`.
      guard path.utf8.contains(UInt8(ascii: ".")) else { return false }
      let short = normalized(path)
      return short != path && !FileSystem.isMissing(short)
    }
  }

  /// Without `.` and without each folder that a `..` leaves again.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }
}
