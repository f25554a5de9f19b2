import SprintSource

/// What libyaml says when it stops, and the same in plain words.
struct ParserFailure {
  /// In libyaml's words; nil when memory ran out.
  let problem: String?
  /// The character at which it stopped.
  let place: ByteRange
  /// The first character of what it was reading, where the problem is one of reading something.
  let context: ByteRange

  static func outOfMemory(at place: ByteRange) -> YAMLError {
    YAMLError("there is not enough memory to read this", at: place)
  }

  /// The error as told to people, for a text that `place` is in.
  ///
  /// Problems that nobody meets in practice keep libyaml's words.
  func error(in text: Bytes) -> YAMLError {
    switch problem {
    case nil:
      return Self.outOfMemory(at: place)
    case "found character that cannot start any token":
      if text.at(place).first == 0x09 { return tab }
      return YAMLError(
        "`\(text.at(place).string)` cannot begin a value", at: place, help: "put the value in quotes")
    case "did not find expected alphabetic or numeric character":
      return YAMLError(
        "`\(text.at(context).string)` cannot begin a value", at: context, help: "put the value in quotes")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tab
    case "mapping values are not allowed in this context":
      return YAMLError(
        "a second `key: value` begins inside a value", at: place,
        help: "put the value in quotes if the colon belongs to its text; otherwise check the indentation")
    case "could not find expected ':'":
      return YAMLError(
        "there is no `:` after this key", at: context,
        help: "write `key: value`, or indent the line if it goes on with the value above")
    case "did not find expected key":
      return YAMLError(
        "this is not a `key: value` of the mapping it stands in", at: place,
        note: Located("the mapping begins here", at: context),
        help: Self.layout)
    case "did not find expected '-' indicator":
      return YAMLError(
        "this is not a `- item` of the list it stands in", at: place,
        note: Located("the list begins here", at: context), help: Self.layout)
    case "did not find expected ',' or ']'":
      return YAMLError("a `,` or `]` is missing", at: place, note: Located("the list begins here", at: context))
    case "did not find expected ',' or '}'":
      return YAMLError("a `,` or `}` is missing", at: place, note: Located("the mapping begins here", at: context))
    case "did not find expected node content":
      return YAMLError("a value is missing", at: place)
    case "did not find expected <document start>":
      return YAMLError(
        "more text follows the end of the document", at: place,
        help: "keep to one mapping, list or value; put a value in quotes if its brackets or quotes belong to its text")
    case "block sequence entries are not allowed in this context":
      return YAMLError("a list cannot begin here", at: place, help: "begin the list on a line of its own")
    case "did not find expected comment or line break":
      return YAMLError(
        "text stands on the line of `|` or `>`", at: place,
        help: "begin the text on the next line, or put the value in quotes if the sign belongs to its text")
    case "found unexpected end of stream", "found unexpected document indicator":
      return YAMLError("this quote is never closed", at: context)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return YAMLError(
        "this backslash begins no escape that YAML knows", at: place,
        help: #"write `\\` for a backslash, or use single quotes"#)
    case "found incompatible YAML document":
      return YAMLError("only YAML 1.1 and 1.2 are read", at: place)
    case "control characters are not allowed":
      let value = String(text.scalar(at: place.lower).scalar.value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - value.count)) + value
      return YAMLError("the character U+\(code) is not allowed", at: place, help: "remove it")
    case "invalid leading UTF-8 octet", "invalid trailing UTF-8 octet", "incomplete UTF-8 octet sequence",
      "invalid length of a UTF-8 sequence", "invalid Unicode character":
      return YAMLError("this is not valid UTF-8", at: place, help: "save the file as UTF-8")
    case let problem?:
      return YAMLError(problem, at: place)
    }
  }

  private static let layout = "check the indentation; nothing but a comment may follow a closing quote or bracket"

  private var tab: YAMLError {
    YAMLError("a tab stands where only spaces may indent", at: place, help: "indent with spaces")
  }
}
