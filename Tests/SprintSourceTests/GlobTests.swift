import SprintSource
import Testing

struct GlobTests {
  @Test(arguments: [
    // Without a slash: the last part of a path, at any depth.
    ("SPRINT_*.md", "SPRINT_1.md", true), ("SPRINT_*.md", "docs/a/SPRINT_1.md", true),
    ("SPRINT_*.md", "SPRINT_1.txt", false),
    ("SPRINT_*.md", "SPRINT_1.md/x", false), ("SPRINT_*.md", "SPRINT_.md", true), ("*", ".hidden", true),
    ("archived/", "docs/archived", true), ("archived/", "docs/archived.md", false),
    // With one: the whole path.
    ("docs/*.md", "docs/a.md", true), ("docs/*.md", "docs/a/b.md", false), ("docs/*.md", "x/docs/a.md", false),
    ("/a.md", "a.md", true), ("/a.md", "docs/a.md", false), ("./a.md", "docs/a.md", false),
    ("./docs/a.md", "docs/a.md", true),
    ("../a/*.md", "../a/b.md", true),
    // Any number of folders.
    ("**/TASKS.md", "TASKS.md", true), ("**/TASKS.md", "a/b/c/TASKS.md", true),
    ("**/TASKS.md", "a/TASKS.md.bak", false),
    ("docs/**", "docs/a/b", true), ("docs/**/x.md", "docs/x.md", true), ("docs/**/x.md", "docs/a/b/x.md", true),
    ("a/**/b/**/c", "a/b/x/b/y/c", true), ("a/**/b/**/c", "a/x/c", false), ("**", "a/b", true),
    ("a/x**y/b", "a/xzzy/b", true), ("a/x**y/b", "a/x/y/b", false),
    // Characters.
    ("?.md", "a.md", true), ("?.md", "é.md", true), ("?.md", "ab.md", false), ("a?c", "a/c", false),
    ("[a-c].md", "b.md", true), ("[a-c].md", "d.md", false), ("[!a-c].md", "d.md", true), ("[^a-c].md", "a.md", false),
    ("[]x].md", "].md", true), ("[!]].md", "].md", false), ("[a-].md", "-.md", true), ("[*].md", "*.md", true),
    ("[*].md", "a.md", false), ("[а-я].md", "ж.md", true), ("a.md", "A.md", false), ("a.b", "axb", false),
    ("[[:digit:]x].md", "7.md", true), ("[[:digit:]x].md", "x.md", true), ("[[:digit:]x].md", "d.md", false),
    ("[![:space:]].md", " .md", false), ("[[:]x].md", ":x].md", true), ("[:a].md", ":.md", true),
    // What follows a backslash stands for itself.
    (#"\*.md"#, "*.md", true), (#"\*.md"#, "a.md", false), (#"a\b"#, "ab", true), (#"a\\b"#, #"a\b"#, true),
    (#"[\]a].md"#, "].md", true), (#"[a\-c].md"#, "b.md", false), (#"[a\-c].md"#, "-.md", true),
    (#"docs/\[a]/b"#, "docs/[a]/b", true),
    // To the file system these are two names.
    ("e\u{301}.md", "\u{E9}.md", false),
    ("", "", false),
  ])
  func `a pattern fits paths`(pattern: String, path: String, fits: Bool) {
    #expect(((try? Glob(pattern))?.matches(path) ?? false) == fits)
  }

  @Test(arguments: [
    ("", "this pattern fits no path"), ("/", "this pattern fits no path"), ("./", "this pattern fits no path"),
    ("a[b", "this `[` is never closed"), ("a[]", "this `[` is never closed"), ("[a/b]", "this `[` is never closed"),
    ("[z-a]", "the range `z-a` is empty"), (#"a\"#, #"nothing follows the `\` at the end"#),
    ("[[:digits:]]", "no class of characters is called `digits`"),
  ])
  func `a pattern that means nothing is refused`(pattern: String, message: String) {
    #expect { try Glob(pattern) } throws: { ($0 as? GlobError)?.message == message }
  }

  @Test(arguments: [
    ("**/TASKS.md", "."), ("TASKS.md", "."), ("src/**/TASKS.md", "src"), ("a/b/*.md", "a/b"), ("a/b.md", "a/b.md"),
    ("/a.md", "a.md"), ("[ab]/c/*.md", "."), (#"a\*/b/*.md"#, "a*/b"),
  ])
  func `the folder of a pattern holds all that fits`(pattern: String, root: String) throws {
    #expect(try Glob(pattern).root == root)
  }

  /// A matcher that tried each way would never end.
  @Test func `a pattern with many stars is matched`() throws {
    let stars = try Glob(String(repeating: "*a", count: 200) + "b")
    let folders = try Glob(String(repeating: "**/a/", count: 200) + "b")
    #expect(!stars.matches(String(repeating: "a", count: 4000)))
    #expect(!folders.matches(String(repeating: "a/", count: 4000) + "c"))
  }
}
