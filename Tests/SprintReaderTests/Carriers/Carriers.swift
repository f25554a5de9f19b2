import Testing

/// The carriers, each with a suite of its own.
@Suite struct Carriers {}
