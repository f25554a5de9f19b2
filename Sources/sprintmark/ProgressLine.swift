import Dispatch
import SprintDriver
import SprintSource

/// A line on the terminal that tells how far a long run is; nothing is shown in the first half second, and nothing
/// stays.
final class ProgressLine: Sendable {
  let reading = ReadingProgress()
  private let state = Locked<State>(.waiting)

  private enum State { case waiting, shown, over }

  /// - Parameter isWanted: whether there is somebody to see it.
  init(isWanted: Bool) {
    if isWanted { next(in: .milliseconds(500)) } else { state.withLock { $0 = .over } }
  }

  /// Takes the line away; from then on standard error is free for others.
  func end() {
    state.withLock { state in
      if state == .shown { Self.show("") }
      state = .over
    }
  }

  private func next(in time: DispatchTimeInterval) {
    DispatchQueue.global().asyncAfter(deadline: .now() + time) { [self] in
      let goesOn = state.withLock { state in
        guard state != .over else { return false }
        Self.show(reading.text)
        state = .shown
        return true
      }
      if goesOn { next(in: .milliseconds(100)) }
    }
  }

  /// In the place of what stands on the line (ECMA-48, *erase in line*).
  private static func show(_ text: String) { StandardStream.error.write(Array("\r\u{1B}[K\(text)".utf8)) }
}
