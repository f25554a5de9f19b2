import Glibc

/// Keeps the signals that end a process from doing so, until what was begun is done.
///
/// One that comes meanwhile is not lost: it ends the process as soon as signals are let through.
struct HeldSignals {
  private var before = sigset_t()

  init() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] { unsafe sigaddset(&signals, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, &before)
  }

  func release() {
    var before = before
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
