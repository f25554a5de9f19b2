/// A pattern for paths, as shells and `.gitignore` have it.
///
/// `*` stands for any characters, `?` for one, `[a-z]` for one of a set and `[!a-z]` for one that is not in it; none
/// of them stands for a slash. A set may hold classes such as `[:digit:]`, which are those of ASCII. After a `\` a
/// character stands for itself. A part `**` stands for any number of folders, or none. A pattern without a slash is held
/// against the last part of a path, so that it holds at any depth; one with a slash against the whole path.
package struct Glob: Sendable, Hashable {
  /// As written.
  package let text: String
  private let parts: [Part]
  fileprivate let isForNames: Bool

  /// What stands between two slashes.
  private enum Part: Hashable {
    case anyFolders
    /// Without anything that stands for something else.
    case literal(String)
    case name([Element])
  }

  /// What stands for characters.
  private enum Element: Hashable {
    case character(Unicode.Scalar)
    case anyCharacter
    case anyCharacters
    case oneOf([ClosedRange<Unicode.Scalar>], isInverted: Bool)

    func fits(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .character(let character): character == scalar
      case .anyCharacter, .anyCharacters: true
      case .oneOf(let ranges, let isInverted): ranges.contains { $0.contains(scalar) } != isInverted
      }
    }
  }

  package init(_ text: String) throws(GlobError) {
    self.text = text
    let parts = text.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty else { throw GlobError("this pattern fits no path") }
    isForNames = !text.dropLast().contains("/")
    self.parts = try parts.map { part throws(GlobError) in
      part == "**" ? .anyFolders : Self.part(try Self.elements(of: part))
    }
  }

  private static func part(_ elements: [Element]) -> Part {
    let scalars = elements.compactMap { if case .character(let scalar) = $0 { scalar } else { nil } }
    return scalars.count == elements.count ? .literal(String(String.UnicodeScalarView(scalars))) : .name(elements)
  }

  private static func elements(of part: Substring) throws(GlobError) -> [Element] {
    var rest = part.unicodeScalars
    var elements: [Element] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if elements.last != .anyCharacters { elements.append(.anyCharacters) }
      case "?": elements.append(.anyCharacter)
      case "[": elements.append(try set(&rest))
      case "\\": elements.append(.character(try escaped(&rest)))
      default: elements.append(.character(scalar))
      }
    }
    return elements
  }

  /// What follows a `\`.
  private static func escaped(_ rest: inout Substring.UnicodeScalarView) throws(GlobError) -> Unicode.Scalar {
    guard let scalar = rest.popFirst() else { throw GlobError("nothing follows the `\\` at the end") }
    return scalar
  }

  /// What follows `[`, up to its `]`. A `]` right at the beginning is one of the set.
  private static func set(_ rest: inout Substring.UnicodeScalarView) throws(GlobError) -> Element {
    let isInverted = rest.first == "!" || rest.first == "^"
    if isInverted { rest.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while var lower = rest.popFirst() {
      if lower == "]", !ranges.isEmpty { return .oneOf(ranges, isInverted: isInverted) }
      if lower == "[", let named = try characterClass(&rest) {
        ranges += named
        continue
      }
      if lower == "\\" { lower = try escaped(&rest) }
      guard rest.first == "-", var upper = rest.dropFirst().first, upper != "]" else {
        ranges.append(lower...lower)
        continue
      }
      rest.removeFirst(2)
      if upper == "\\" { upper = try escaped(&rest) }
      guard lower <= upper else { throw GlobError("the range `\(lower)-\(upper)` is empty") }
      ranges.append(lower...upper)
    }
    throw GlobError("this `[` is never closed")
  }

  /// What follows the `[` of `[:digit:]`; nil where it is no class.
  private static func characterClass(
    _ rest: inout Substring.UnicodeScalarView
  ) throws(GlobError) -> [ClosedRange<Unicode.Scalar>]? {
    guard rest.first == ":", let end = rest.firstIndex(of: "]") else { return nil }
    let inner = rest[..<end].dropFirst()
    guard inner.last == ":" else { return nil }
    let name = String(inner.dropLast())
    guard let ranges = classes[name] else { throw GlobError("no class of characters is called `\(name)`") }
    rest = rest[end...].dropFirst()
    return ranges
  }

  /// The classes of POSIX (IEEE 1003.1, 7.3.1), in the C locale.
  private static let classes: [String: [ClosedRange<Unicode.Scalar>]] = [
    "alnum": ["0"..."9", "A"..."Z", "a"..."z"], "alpha": ["A"..."Z", "a"..."z"], "blank": ["\t"..."\t", " "..." "],
    "cntrl": ["\0"..."\u{1F}", "\u{7F}"..."\u{7F}"], "digit": ["0"..."9"], "graph": ["!"..."~"],
    "lower": ["a"..."z"], "print": [" "..."~"], "punct": ["!"..."/", ":"..."@", "["..."`", "{"..."~"],
    "space": ["\t"..."\r", " "..." "], "upper": ["A"..."Z"], "xdigit": ["0"..."9", "A"..."F", "a"..."f"],
  ]

  // MARK: Matching

  /// Whether a path fits, its parts with `/` between them.
  package func matches(_ path: String) -> Bool { matches(Self.names(of: path)) }

  fileprivate static func names(of path: String) -> ArraySlice<Substring> {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)[...]
  }

  /// The last part of a path; nil where there is none.
  fileprivate static func lastName(of path: String) -> Substring? {
    let slash = UInt8(ascii: "/")
    guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return nil }
    let name = path.utf8[...last]
    return Substring(name.lastIndex(of: slash).map { name[$0...].dropFirst() } ?? name)
  }

  /// Whether the last part of a path fits a pattern for it.
  fileprivate func matches(name: Substring?) -> Bool { name.map { Self.fits(parts[0], $0) } ?? false }

  /// Whether a path fits, given as its parts.
  package func matches(_ names: ArraySlice<Substring>) -> Bool {
    if isForNames { return matches(name: names.last) }
    return Self.matches(parts, names, isWild: { $0 == .anyFolders }, fits: Self.fits)
  }

  private static func fits(_ part: Part, _ name: Substring) -> Bool {
    switch part {
    case .anyFolders: true
    // As `==` has it, two ways to write `é` are equal; to the file system they are two names.
    case .literal(let literal): literal.utf8.elementsEqual(name.utf8)
    case .name(let elements):
      matches(elements, Array(name.unicodeScalars)[...], isWild: { $0 == .anyCharacters }, fits: { $0.fits($1) })
    }
  }

  /// Whether items fit a pattern, of which wild parts stand for any number of items.
  ///
  /// Where the pattern fails, only the last wild part takes an item more: what stands before it fits already, as
  /// early as can be. So the time is at most the product of the two lengths.
  private static func matches<Part, Item>(
    _ pattern: [Part], _ items: ArraySlice<Item>, isWild: (Part) -> Bool, fits: (Part, Item) -> Bool
  ) -> Bool {
    var place = 0
    var index = items.startIndex
    var retry: (place: Int, index: Int)?
    while index < items.endIndex {
      if place < pattern.count, isWild(pattern[place]) {
        place += 1
        retry = (place, index)
      } else if place < pattern.count, fits(pattern[place], items[index]) {
        place += 1
        index += 1
      } else if let last = retry {
        place = last.place
        index = last.index + 1
        retry = (place, index)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy(isWild)
  }

  /// The folder, or file, that holds all paths that fit: the parts before the first that is a pattern.
  package var root: String {
    guard !isForNames else { return "." }
    var names: [String] = []
    for part in parts {
      guard case .literal(let name) = part else { break }
      names.append(name)
    }
    return names.isEmpty ? "." : names.joined(separator: "/")
  }
}

extension [Glob] {
  /// Whether one of the patterns fits a path.
  package func contains(_ path: String) -> Bool {
    // Most patterns are held against the last part, and need no others.
    let name = Glob.lastName(of: path)
    lazy var names = Glob.names(of: path)
    return contains { $0.isForNames ? $0.matches(name: name) : $0.matches(names) }
  }
}

/// Why a text is no pattern.
package struct GlobError: Error, Sendable {
  package let message: String

  init(_ message: String) { self.message = message }
}
