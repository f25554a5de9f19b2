package import SprintModel
import SprintSource

/// A tracker with nothing in it yet.
package struct NewSprint: Sendable {
  /// The number, without zeros in front.
  package let number: Int
  package let title: String
  package let date: CalendarDate
  package let owner: String

  package init(number: Int, title: String, date: CalendarDate, owner: String) {
    self.number = number
    self.title = title
    self.date = date
    self.owner = owner
  }

  /// The name of its file, `SPRINT_0042_ops_devops.md`, with as many digits as wanted, or more where the number has more.
  package func fileName(width: Int) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    var words = Self.words(of: title)
    // A number right after that of the sprint would be a part of it.
    if let first = words.first, first.utf8.allSatisfy(\.isDigit) { words.insert("sprint", at: 0) }
    var name = "SPRINT_" + padded
    // File systems take 255 bytes.
    for word in words where name.utf8.count + word.utf8.count < 120 { name += "_" + word }
    return name + ".md"
  }

  /// The text of the tracker.
  package var text: String {
    var lines = ["# Sprint \(number) · \(Self.escaped(title))"]
    for kind in SectionKind.allCases {
      guard let heading = kind.standardHeading else { continue }
      lines += ["", "## \(heading)"]
      switch kind {
      case .tracker:
        lines += [""] + table(["#", "Task ID", "Status", "Key dependency / next step", "Owners", "Task Definition"])
      case .log:
        lines += [""] + table(["Date (UTC)", "Update", "Owner"])
        lines.append("| \(date) | Sprint created. | \(Self.escaped(owner)) |")
      default: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ headers: [String]) -> [String] {
    [headers, headers.map { _ in "---" }].map { "| " + $0.joined(separator: " | ") + " |" }
  }

  // MARK: Texts

  /// A text on one line in which nothing is Markdown (CommonMark 0.29 §6.1).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in folded(text).unicodeScalars {
      switch scalar {
      // A comment would be read as one even after a backslash.
      case "<": result += "&lt;"
      case "\\", "`", "*", "_", "[", "]", "&", "#", "|", "~": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text on one line, without what no text should hold.
  package static func folded(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars)).singleSpaced
  }

  /// The words of a text in small ASCII letters and digits; a Latin letter with a mark counts as the letter.
  static func words(of text: String) -> [String] {
    var words = [""]
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words[words.count - 1] += String(scalar).lowercased()
      } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        words[words.count - 1] += latinLetter(scalar)
      } else if words.last != "", scalar != "'" && scalar != "’" {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// `u` for `ü` and `s` for `ß`, after the names of characters (Unicode 15 §4.8); empty where a name tells of none.
  private static func latinLetter(_ scalar: Unicode.Scalar) -> String {
    let parts = (scalar.properties.name ?? "").split(separator: " ")
    guard parts.count > 3, parts[0] == "LATIN", parts[2] == "LETTER",
      let letter = parts[3...].prefix(while: { $0 != "WITH" }).last, letter.utf8.count < 3
    else { return "" }
    return letter.lowercased()
  }
}
