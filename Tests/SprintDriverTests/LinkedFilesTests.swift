import SprintDriver
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct LinkedFilesTests {
  private func isThere(_ link: String, from path: String = Places.project + "/Sources/a.md", input: String? = nil)
    -> Bool?
  {
    LinkedFiles.lookup(standardInputName: input)(link, SourceFile(path: path, bytes: []))
  }

  @Test(arguments: [
    "../Package.swift", "./SprintSource", "SprintSource/", "SprintSource/Bytes.swift", "nowhere/../../Package.swift",
    ".",
  ])
  func `what lies beside a tracker is found`(link: String) {
    #expect(isThere(link) == true)
  }

  @Test(arguments: ["Package.swift", "../Package.swift/x", "nowhere", "../../../../../../../../../nowhere/x"])
  func `what does not is not`(link: String) {
    #expect(isThere(link) == false)
  }

  @Test func `what is beside standard input nobody knows`() {
    #expect(isThere("../Package.swift", from: "-", input: "-") == nil)
    #expect(isThere("x", from: "docs/SPRINT_1.md", input: "docs/SPRINT_1.md") == nil)
    #expect(isThere("x", from: "docs/SPRINT_2.md", input: "docs/SPRINT_1.md") == false)
  }
}
