package import SprintSource

/// Tells whether something lies at a path, as a tracker writes it: relative to the tracker's own folder.
///
/// Rules do not look at files themselves. The answer is nil where it cannot be known, as for a tracker that
/// comes from standard input.
package typealias FileLookup = @Sendable (_ path: String, _ tracker: SourceFile) -> Bool?
