#if canImport(Glibc)
  @unsafe private import CMalloc
  @unsafe private import Glibc
#endif

/// Room on the heap for what a thread makes of the files that it reads.
///
/// By itself the heap of a thread grows by 4 KB at a time, each with a call to the system, which clears each of these pages
/// when it is first touched. Here the room for many files is taken at once, in pages as large as the system has them, and
/// given back to the heap: nothing is touched before it is needed.
package struct HeapReserve {
  /// The bytes of files that there is room for. The first take none: of a few files little is held.
  private var left = 1 << 17

  package init() {}

  /// Makes room for a file of so many bytes, which is read next.
  package mutating func prepare(for bytes: Int) {
    left -= bytes
    guard left < 0 else { return }
    left = Self.step / Self.growth
    Self.take(Self.step)
  }

  /// The bytes that are taken at once.
  private static let step = 28 << 20
  /// How many bytes are held for each one of a file, about.
  private static let growth = 5

  private static func take(_ size: Int) {
    #if canImport(Glibc)
      guard isPrepared, let room = unsafe malloc(size) else { return }
      defer { unsafe free(room) }
      let page = 2 << 20
      let start = unsafe room.alignedUp(toMultipleOf: page)
      let count = unsafe (room + size - start) / page * page
      // Without such pages all goes on as before.
      _ = unsafe madvise(start, count, MADV_HUGEPAGE)
    #endif
  }

  #if canImport(Glibc)
    /// Whether what is taken comes from the heap, and stays there when it is given back: what is as large as the first of
    /// these thresholds does not, and it can be no higher. What the heap takes by itself it takes in parts as large as the
    /// heap of a thread may be.
    private static let isPrepared =
      mallopt(M_MMAP_THRESHOLD, 32 << 20) == 1 && mallopt(M_TRIM_THRESHOLD, .max) == 1
      && mallopt(M_TOP_PAD, 64 << 20) == 1
  #endif
}
