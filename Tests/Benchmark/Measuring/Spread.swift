/// The middle and the ends of some figures.
struct Spread: Codable, Equatable, Sendable {
  let median: Double
  let min: Double
  let max: Double

  /// - Returns: nil for no figures.
  init?(_ figures: [Double]) {
    let sorted = figures.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    min = first
    max = last
  }
}
