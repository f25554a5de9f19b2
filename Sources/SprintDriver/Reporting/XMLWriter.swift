import SprintSource

/// Writes XML 1.0 as bytes, an element a line.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// Writes an element with what is in it; attributes that are nil are left out.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String?)], _ content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    write(">\n")
    depth += 1
    content(&self)
    depth -= 1
    indent()
    write("</\(name)>\n")
  }

  /// Writes an element with nothing in it but a text.
  mutating func element(_ name: String, _ attributes: [(name: String, value: String?)], text: String = "") {
    open(name, attributes)
    write(text.isEmpty ? "/>\n" : ">\(Self.escaped(text, isAttribute: false))</\(name)>\n")
  }

  private mutating func open(_ name: String, _ attributes: [(name: String, value: String?)]) {
    indent()
    write("<\(name)")
    for case (let name, let value?) in attributes {
      write(" \(name)=\"\(Self.escaped(value, isAttribute: true))\"")
    }
  }

  private mutating func indent() { bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth)) }
  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A text as character data, or as the value of an attribute, in which line ends and tabs would become blanks.
  ///
  /// Characters that XML cannot hold (XML 1.0 §2.2, `Char`) become U+FFFD; those that nobody would see are written as
  /// numbers.
  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22 where isAttribute: result += "&quot;"
      // A carriage return would be read as a line feed.
      case 0x0D: result += "&#13;"
      case 0x09 where isAttribute, 0x0A where isAttribute: result += "&#\(scalar.value);"
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0x00..<0x20, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
      case _ where scalar.isHidden: result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
