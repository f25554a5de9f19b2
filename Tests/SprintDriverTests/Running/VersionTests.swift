import SprintDriver
import Testing

struct VersionTests {
  @Test(arguments: [
    ("", "sprintmark \(Version.number)"), ("abc1234", "sprintmark \(Version.number) (abc1234)"),
    ("abc1234-dirty", "sprintmark \(Version.number) (abc1234-dirty)"),
  ])
  func `a version names its commit where that is known`(commit: String, text: String) {
    #expect(Version(commit: commit).description == text)
  }

  @Test func `the number is one of Semantic Versioning`() {
    // What machines read stands without the commit.
    #expect(Version.number.wholeMatch(of: /(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)/) != nil)
  }
}
