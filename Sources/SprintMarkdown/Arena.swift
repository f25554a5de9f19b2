internal import CMarkGFM
private import Glibc
private import Synchronization

/// The memory of one parsed document, given back all at once.
///
/// cmark-gfm asks for many small pieces a line and frees them one by one when a document ends, which takes a third of
/// its time. Its allocator has no context, so each thread keeps which arena it allocates from. An arena serves one
/// document at a time; those that are free wait for the next.
@safe final class Arena: @unchecked Sendable {
  /// Only the thread that `use` runs on reads or writes it.
  private let memory: UnsafeMutablePointer<Memory>

  private init() {
    unsafe memory = .allocate(capacity: 1)
    unsafe memory.initialize(to: Memory())
  }

  deinit {
    unsafe memory.pointee.chunks.forEach { unsafe $0.deallocate() }
    unsafe memory.deinitialize(count: 1)
    unsafe memory.deallocate()
  }

  // MARK: One document after the other

  private static let free = Mutex<[Arena]>([])

  /// An arena that nobody uses.
  static func take() -> Arena { free.withLock { $0.popLast() } ?? Arena() }

  /// Gives back all that was allocated; no pointer to it may be used any more.
  func giveBack() {
    unsafe memory.pointee.reset()
    Self.free.withLock { $0.append(self) }
  }

  /// Runs something that allocates from this arena by way of `allocator`.
  func use<Result>(_ body: () -> Result) -> Result {
    let before = unsafe pthread_getspecific(Self.key)
    unsafe pthread_setspecific(Self.key, memory)
    defer { unsafe pthread_setspecific(Self.key, before) }
    return body()
  }

  // MARK: As cmark-gfm sees it

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    unsafe pthread_key_create(&key, nil)
    return key
  }()

  /// The memory that this thread allocates from.
  @unsafe private static var current: UnsafeMutablePointer<Memory>? {
    unsafe pthread_getspecific(key)?.assumingMemoryBound(to: Memory.self)
  }

  /// Allocates from the arena that the thread uses, and from the system where it uses none. Nodes keep a pointer to it.
  @unsafe nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    unsafe allocator.initialize(
      to: cmark_mem(
        calloc: { count, size in
          unsafe current.map { unsafe $0.pointee.allocate(count * size) } ?? Glibc.calloc(count, size)
        },
        realloc: { piece, size in
          unsafe current.map { unsafe $0.pointee.resize(piece, to: size) } ?? Glibc.realloc(piece, size)
        },
        free: { _ in }))
    return unsafe allocator
  }()
}

/// Chunks of memory, of which pieces are handed out one after the other.
@safe private struct Memory {
  var chunks: [UnsafeMutableRawBufferPointer] = unsafe []
  private var next: UnsafeMutableRawPointer?
  /// How much is left of the chunk that `next` points into, in bytes.
  private var left = 0
  private var size = 0

  /// As pieces of `malloc` are aligned.
  private static let alignment = 16
  /// Before each piece stands its length, as `realloc` must know it.
  private static let header = alignment
  private static let smallestChunk = 1 << 20

  /// A piece of zeros.
  mutating func allocate(_ count: Int) -> UnsafeMutableRawPointer? {
    let length = (count + Self.alignment - 1) & ~(Self.alignment - 1)
    if length + Self.header > left { addChunk(for: length + Self.header) }
    guard let start = unsafe next else { return nil }
    let piece = unsafe start + Self.header
    unsafe start.storeBytes(of: length, as: Int.self)
    unsafe next = piece + length
    left -= length + Self.header
    unsafe memset(piece, 0, length)
    return unsafe piece
  }

  mutating func resize(_ piece: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer? {
    guard let piece = unsafe piece else { return unsafe allocate(count) }
    let length = unsafe (piece - Self.header).load(as: Int.self)
    guard count > length else { return unsafe piece }
    let more = (count - length + Self.alignment - 1) & ~(Self.alignment - 1)
    // The last piece can grow where it stands.
    if unsafe piece + length == next, more <= left {
      unsafe (piece - Self.header).storeBytes(of: length + more, as: Int.self)
      unsafe next = piece + length + more
      left -= more
      return unsafe piece
    }
    guard let copy = unsafe allocate(count) else { return nil }
    unsafe copy.copyMemory(from: piece, byteCount: length)
    return unsafe copy
  }

  /// Forgets all pieces, and keeps the first chunk for the next ones.
  mutating func reset() {
    unsafe chunks.dropFirst().forEach { unsafe $0.deallocate() }
    unsafe chunks.removeSubrange(min(1, chunks.count)...)
    unsafe next = chunks.first?.baseAddress
    left = unsafe chunks.first?.count ?? 0
    size = left
  }

  private mutating func addChunk(for count: Int) {
    // Each chunk is as large as all before it together, so that their number stays small.
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(count, min(max(size, Self.smallestChunk), 1 << 24)), alignment: Self.alignment)
    unsafe chunks.append(chunk)
    unsafe next = chunk.baseAddress
    left = chunk.count
    size += chunk.count
  }
}
