import SprintDriver
import SprintTesting
import Testing

/// What is shown of texts that would do more than be seen.
struct DisplayTests {
  @Test(arguments: [
    ("plain é ﷽ 漢字", "plain é ﷽ 漢字"), ("a\tb\u{1B}[31m\u{7F}\r\n", "a b␛[31m␡␍␊"), ("\u{9B}2J", "\u{FFFD}2J"),
    ("\u{202E}abc\u{2066}\u{200E}\u{061C}", "\u{FFFD}abc\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("APP\u{200B}-1\u{2060}0\u{FEFF}\u{AD}\u{3164}", "APP\u{FFFD}-1\u{FFFD}0\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("a\u{2028}b\u{2029}c\u{FFFE}\u{10FFFF}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}"), ("\u{E0041}", "\u{FFFD}"),
    // Joiners and selectors have something to do in emoji and in words, and nowhere else.
    ("👩‍👩‍👧 🏳️‍🌈 1️⃣ می‌خواهم", "👩‍👩‍👧 🏳️‍🌈 1️⃣ می‌خواهم"), ("APP-1\u{200D}0\u{200C}1\u{FE01}", "APP-1\u{FFFD}0\u{FFFD}1\u{FFFD}"),
    ("é\u{200D}\u{200D}", "é\u{200D}\u{FFFD}"),
  ])
  func `characters that nobody sees are shown`(text: String, shown: String) {
    #expect(Array(Display.safe(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func `there are as many characters as before`() {
    for (name, text) in HostileText.all {
      #expect(Display.safe(text).unicodeScalars.count == text.unicodeScalars.count, "\(name)")
    }
  }

  @Test func `of several lines the ends stay`() {
    #expect(Display.safeLines("a\u{7}\nb\r\n\n") == "a␇\nb␍\n\n")
  }

  @Test(arguments: [
    ("a ##[add-mask]b", "a #\u{FF03}[add-mask]b"), ("##vso[task.setvariable]x", "#\u{FF03}vso[task.setvariable]x"),
    ("## [x]", "## [x]"), ("# [1]", "# [1]"),
  ])
  func `nothing is a command to a CI server`(text: String, shown: String) {
    #expect(Display.safe(text) == shown)
  }
}
