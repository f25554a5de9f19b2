private import CArena
internal import CMarkGFM
internal import SprintSource

/// The memory of one parsed document, given back all at once.
///
/// cmark-gfm asks for many small pieces a line and frees them one by one when a document ends, which takes a third of
/// its time. An arena serves one document at a time; those that are free wait for the next.
@safe final class Arena: @unchecked Sendable {
  /// Only the thread that `use` runs on reads or writes it.
  private let memory: OpaquePointer?

  private init() { unsafe memory = arena_new() }

  deinit { if let memory = unsafe memory { unsafe arena_free(memory) } }

  private static let free = Locked<[Arena]>([])

  /// An arena that nobody uses.
  static func take() -> Arena { free.withLock { $0.popLast() } ?? Arena() }

  /// Gives back all that was allocated; no pointer to it may be used any more.
  func giveBack() {
    if let memory = unsafe memory { unsafe arena_reset(memory) }
    Self.free.withLock { $0.append(self) }
  }

  /// Runs something that allocates from this arena by way of `allocator`.
  func use<Result>(_ body: () -> Result) -> Result {
    let before = unsafe arena_use(memory)
    defer { unsafe arena_use(before) }
    return body()
  }

  /// Allocates from the arena that the thread uses, and from the system where it uses none. Nodes keep a pointer to it.
  @unsafe nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    unsafe allocator.initialize(
      to: cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free_piece))
    return unsafe allocator
  }()
}
