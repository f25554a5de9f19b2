import Testing

@testable import SprintBenchmark

struct SpreadTests {
  @Test(arguments: [
    ([3.0], 3.0, 3.0, 3.0), ([2, 1], 1.5, 1, 2), ([9, 1, 2], 2, 1, 9), ([4, 1, 3, 2], 2.5, 1, 4), ([5, 5, 1], 5, 1, 5),
  ]) func `the median is the middle, or lies between the two in the middle`(
    figures: [Double], median: Double, min: Double, max: Double
  ) throws {
    let spread = try #require(Spread(figures))
    #expect((spread.median, spread.min, spread.max) == (median, min, max))
  }

  @Test func `no figures have no middle`() {
    #expect(Spread([]) == nil)
  }

  @Test(arguments: [
    (0.0, 1, "0.0"), (1.25, 1, "1.3"), (0.04, 1, "0.0"), (9.96, 1, "10.0"), (-1.5, 2, "-1.50"), (-0.001, 2, "0.00"),
    (12.6, 0, "13"), (3.07, 2, "3.07"),
  ]) func `numbers are rounded to their decimals`(value: Double, places: Int, text: String) {
    #expect(Decimal.text(value, places: places) == text)
  }
}
