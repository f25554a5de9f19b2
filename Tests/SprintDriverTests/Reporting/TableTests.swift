import SprintDriver
import SprintSource
import Testing

struct TableTests {
  private func table() -> Table {
    var table = Table([Table.Column("NAME", canShrink: true), Table.Column("N", isNumber: true), Table.Column("END")])
    table.add(["構築 Guild", "7", "a"])
    table.add(["e\u{301}", "1234", ""])
    table.add(["👩‍👩‍👧 family", "", "b\tc"])
    return table
  }

  @Test func `columns stand below each other on a terminal, whatever characters are in them`() {
    #expect(
      table().text(width: nil, isColoured: false) == """
        NAME           N  END
        構築 Guild     7  a
        e\u{301}           1234
        👩‍👩‍👧 family         b c

        """)
  }

  @Test func `only what may be cut is cut, and only on a terminal`() {
    var table = Table([Table.Column("ID"), Table.Column("TEXT", canShrink: true)])
    table.add(["A-1-1", "日本語 is a language with wide characters"])
    #expect(table.text(width: 30, isColoured: false) == "ID     TEXT\nA-1-1  日本語 is a language w…\n")
    #expect(table.text(width: 4, isColoured: false) == "ID     TEXT\nA-1-1  日本語 is a…\n")
    #expect(table.text(width: nil, isColoured: false).contains("wide characters"))
  }

  @Test func `the header is bold where there are colours, and lines can be indented`() {
    var table = Table([Table.Column("ID")])
    table.add(["x"])
    #expect(table.text(width: nil, isColoured: true, indent: 2) == "\u{1B}[1m  ID\u{1B}[0m\n  x\n")
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("✅", 2), ("⚠️", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("\u{200B}", 0),
  ])
  func `the width of a text is that of its characters`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
