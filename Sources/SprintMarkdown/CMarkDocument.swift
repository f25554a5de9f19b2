private import CMarkGFM
private import Glibc
import SprintSource

/// The tree that cmark-gfm makes of a text; freed when this value goes out of use.
///
/// To find blocks, only the extension `table` is attached: the box of a task is text of its bullet (GFM §5.3), and
/// `tasklist` loses columns below it; `autolink` and `strikethrough` write to global tables of the library while they
/// parse, and two parses at once with them would disturb each other.
@safe struct CMarkDocument: ~Copyable {
  private let root: OpaquePointer
  /// Where the tree lies.
  private let arena: Arena

  /// Parses a slice of a file. The numbers of lines in the tree count from 1 at the start of the slice.
  ///
  /// Nil where the library gives back no tree.
  ///
  /// - Parameters:
  ///   - text: the slice.
  ///   - file: the file that it is a slice of.
  ///   - extensions: the extensions of GFM to attach, by the names that the library has for them.
  init?(parsing text: Bytes, of file: SourceFile, with extensions: [String] = ["table"]) {
    Self.extensions.register()
    arena = Arena.take()
    guard
      let root = unsafe arena.use({ unsafe Self.tree(of: file.isWellFormed ? text : Self.wellFormed(text), extensions) }
      )
    else {
      arena.giveBack()
      return nil
    }
    unsafe self.root = root
  }

  deinit { arena.giveBack() }

  private static func tree(of text: Bytes, _ extensions: [String]) -> OpaquePointer? {
    // The parser lies in the arena too: neither it nor the tree is freed by itself.
    guard let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, Arena.allocator) else { return nil }
    for name in extensions {
      guard let found = unsafe cmark_find_syntax_extension(name) else { return nil }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    return unsafe cmark_parser_finish(parser)
  }

  /// The text, with a sign of the same length for each byte that is not UTF-8: at such a byte the library ends a table.
  private static func wellFormed(_ text: Bytes) -> Bytes {
    var result = Array(text)
    var index = text.startIndex
    while index < text.endIndex {
      let (_, length) = text.scalar(at: index)
      if length == 1, text[index] >= 0x80 { result[index - text.startIndex] = UInt8(ascii: "?") }
      index += length
    }
    return Bytes(result)
  }

  /// Visits the blocks at the top of the document.
  func forEachBlock(_ body: (CMarkNode) -> Void) {
    unsafe CMarkNode(root).forEachChild(body)
  }

  /// The document as HTML, with the HTML that it holds; nil where the library gives back none.
  var html: [UInt8]? {
    guard let text = unsafe arena.use({ unsafe cmark_render_html(root, CMARK_OPT_UNSAFE, nil) }) else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
    return unsafe Array(bytes)
  }

  private static let extensions = Registration()

  /// The library wants its extensions registered once a process.
  private struct Registration {
    init() { cmark_gfm_core_extensions_ensure_registered() }
    func register() {}
  }
}

/// A node of the tree, to be looked at while its document is alive; never kept.
@safe struct CMarkNode {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  enum Kind {
    case heading, paragraph, list, table, quote, code, thematicBreak, other
  }

  var kind: Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    // The table extension numbers its node types at run time; only a table has columns.
    default: tableColumns > 0 ? .table : .other
    }
  }

  /// Counted from 1; 0 where the library lost the position.
  var startLine: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
  /// In bytes, counted from 1; 0 where the library lost the position.
  var startColumn: Int { Int(unsafe cmark_node_get_start_column(pointer)) }
  /// Counted from 1; 0 where the library lost the position.
  var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) }

  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  /// The columns of a table: the number of cells of its header.
  var tableColumns: Int { Int(unsafe cmark_gfm_extensions_get_table_columns(pointer)) }

  var childCount: Int {
    var count = 0
    forEachChild { _ in count += 1 }
    return count
  }

  func forEachChild(_ body: (CMarkNode) -> Void) {
    var next = unsafe cmark_node_first_child(pointer)
    while let node = unsafe next {
      unsafe body(CMarkNode(node))
      unsafe next = cmark_node_next(node)
    }
  }
}
