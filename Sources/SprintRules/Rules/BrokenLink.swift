import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let brokenLink = Rule(
    "SM603", "broken-link", .warning,
    Documentation(
      "a relative link leads to a file that is not there",
      why: """
        Trackers move into the archive, documents get other names, and links stay as they were. Paths are
        relative to the tracker's own folder. Addresses, paths from the root, anchors alone and placeholders
        are not looked at.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build; see [the guide](../guides/build.md#release). |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build; see [this sprint](SPRINT_10_app.md#log) and [the guide](https://example.org/). |
        """,
      remedy: "Correct the path, or take the link out."),
    options: [ignoredLinks],
    .sprint { context, report in
      guard !context.sprint.links.isEmpty, let lookup = context.all.linkLookup else { return }
      let ignored = context.options.globs(ignoredLinks)
      var counts: [String: Int] = [:]
      var broken: [(path: String, link: LocatedText)] = []
      for link in context.sprint.links {
        guard let path = LinkPath(link.bytes), ignored.isEmpty || !ignored.contains(path.text.withoutDot) else {
          continue
        }
        if let count = counts[path.text] {
          counts[path.text] = count + 1
        } else if lookup(path.text, context.file) == false,
          path.alternatives.allSatisfy({ lookup($0, context.file) == false })
        {
          counts[path.text] = 1
          broken.append((path.text, link))
        }
      }
      for (path, link) in broken {
        // Some write paths from the root of the repository.
        let found = (1...8).lazy.map { String(repeating: "../", count: $0) + path.withoutDot }.first {
          lookup($0, context.file) == true
        }
        let more = (counts[path] ?? 1) - 1
        report.add(
          "this link leads to \(Words.excerpt(path, length: 96)), and nothing is there", at: link.range,
          in: context.index, key: path,
          notes: more > 0
            ? [Diagnostic.Note("so \(more == 1 ? "does" : "do") \(Words.counted(more, "other link")) of this file")]
            : [],
          help: found.map { "write \($0): paths are relative to the folder of this file" }
            ?? "correct the path, which is relative to the folder of this file, or take the link out")
      }
    })

  private static let ignoredLinks = RuleOption.globs("ignore", "patterns for the paths of links that are not looked at")
}

extension String {
  /// Without `./` at the start.
  fileprivate var withoutDot: String { hasPrefix("./") ? String(dropFirst(2)) : self }
}

/// The path of a link to a file; none where the link leads elsewhere, or where that is not certain.
private struct LinkPath {
  let text: String

  init?(_ bytes: Bytes) {
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "~"), !Self.hasScheme(bytes) else {
      return nil
    }
    let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.endIndex
    guard let path = Self.decoded(bytes[..<end]), let text = String(validating: path, as: UTF8.self) else { return nil }
    let parts = path.split(separator: UInt8(ascii: "/"))
    // A word alone is a placeholder more often than a path.
    guard let head = parts.first, path.contains(UInt8(ascii: "/")) || path.contains(UInt8(ascii: ".")),
      !Self.isAddress(head), !Self.isOfForge(parts)
    else { return nil }
    guard parts.contains(where: { !Self.isDots($0) || $0.count > 2 }),
      !parts.contains(where: { Self.isDots($0) && $0.count == 3 })
    else { return nil }
    self.text = text
  }

  private static func isDots(_ part: Bytes) -> Bool { part.allSatisfy { $0 == UInt8(ascii: ".") } }

  /// `https:`, `mailto:` (RFC 3986, 3.1).
  private static func hasScheme(_ bytes: Bytes) -> Bool {
    let scheme = bytes.prefix {
      $0.isWord || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    return !scheme.isEmpty && scheme.count < bytes.count && bytes[scheme.endIndex] == UInt8(ascii: ":")
  }

  /// Without percent signs and backslashes; nil where something stands that is in no path, such as a placeholder.
  private static func decoded(_ path: Bytes) -> Bytes? {
    var result: [UInt8] = []
    result.reserveCapacity(path.count)
    var index = path.startIndex
    while index < path.endIndex {
      var byte = path[index]
      if byte == UInt8(ascii: "\\"), index + 1 < path.endIndex, !path[index + 1].isWord {
        index += 1
        byte = path[index]
      } else if byte == UInt8(ascii: "%"), index + 2 < path.endIndex,
        let code = UInt8(String(decoding: path[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        byte = code
        index += 2
      }
      guard byte >= 0x20, byte != 0x7F, byte.isWord || !"<>{}$*|\"`\\&".utf8.contains(byte) else { return nil }
      result.append(byte)
      index += 1
    }
    return Bytes(result)
  }

  /// `www.example.org`, `example.com/page`: an address whose scheme was left out.
  private static func isAddress(_ head: Bytes) -> Bool {
    if head.hasPrefix("www.", at: head.startIndex) || head.contains(UInt8(ascii: "@")) { return true }
    let name = head.trimmingSuffix { $0 == UInt8(ascii: ".") }
    let end = name.lastIndex(of: UInt8(ascii: ".")).map { name[($0 + 1)...] } ?? name
    guard head.first != UInt8(ascii: "."), end.count < head.count else { return false }
    return domains.contains(String(decoding: end.map(\.lowercased), as: UTF8.self))
  }

  /// `../../issues/12`: what a forge shows beside the files of a repository.
  private static func isOfForge(_ parts: [Bytes]) -> Bool {
    let rest = parts.drop { isDots($0) && $0.count == 2 }
    return rest.count < parts.count && rest.first.map { pages.contains($0.string) } ?? false
  }

  /// Other paths at any of which the file may lie.
  var alternatives: [String] {
    var all: [String] = []
    // `main.swift:12` and `main.swift:12-15` name lines of the file.
    var bare = text
    for _ in 0..<2 {
      let digits = bare.utf8.reversed().prefix { $0.isDigit || $0 == UInt8(ascii: "-") }.count
      guard digits > 0, bare.utf8.dropLast(digits).last == UInt8(ascii: ":") else { break }
      bare = String(decoding: bare.utf8.dropLast(digits + 1), as: UTF8.self)
      all.append(bare)
    }
    // Generators of sites make pages of documents.
    if text.hasSuffix(".html") {
      all.append(text.dropLast(5) + ".md")
    } else if !text.hasSuffix("/") {
      all += [text + ".md", text + ".mdx"]
    }
    return all
  }

  private static let domains: Set<String> = [
    "com", "org", "net", "io", "dev", "ai", "app", "edu", "gov", "de", "eu", "uk",
  ]
  private static let pages: Set<String> = [
    "issues", "pull", "pulls", "wiki", "discussions", "commit", "commits", "compare", "releases", "actions",
    "milestone", "milestones",
    "projects", "labels", "blob", "tree", "merge_requests", "security", "-",
  ]
}
