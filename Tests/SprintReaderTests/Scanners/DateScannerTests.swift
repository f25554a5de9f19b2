import SprintModel
import SprintSource
import Testing

@testable import SprintReader

struct DateScannerTests {
  private func dates(_ text: String) -> [String] {
    DateScanner.all(in: Bytes(text)).map { $0.date?.description ?? "no day" }
  }

  @Test(arguments: [
    ("2025-11-25", ["2025-11-25"]), ("(2025-11-25)", ["2025-11-25"]), ("on 2025-11-05 14:55Z", ["2025-11-05"]),
    ("2025-11-25T10:00Z", ["2025-11-25"]), ("2025-11-03 to 2025-11-14", ["2025-11-03", "2025-11-14"]),
    ("2024-02-29", ["2024-02-29"]), ("2000-02-29", ["2000-02-29"]), ("0999-01-01", ["0999-01-01"]),
    // Written as dates, and no days.
    ("2025-02-29", ["no day"]), ("1900-02-29", ["no day"]), ("2025-04-31", ["no day"]), ("2025-00-10", ["no day"]),
    ("2025-13-10", ["no day"]), ("2025-12-00", ["no day"]), ("2025-12-32", ["no day"]),
    // Not written as dates.
    ("", []), ("2025-11-2", []), ("2025-11-251", []), ("12025-11-25", []), ("x2025-11-25", []), ("2025/11/25", []),
    ("25-11-2025", []), ("2025-11", []), ("25 November 2025", []), ("2025–11–25", []),
  ])
  func `dates of ISO 8601 are found`(_ text: String, _ expected: [String]) {
    #expect(dates(text) == expected)
  }

  @Test func `a date stands where it stands`() {
    let text = Array("é 2025-11-25.".utf8)
    #expect(DateScanner.first(in: Bytes(text)[2...])?.range == ByteRange(3, 13))
  }

  @Test func `days are in order`() throws {
    let days = try ["2024-12-31", "2025-01-01", "2025-01-31", "2025-02-01"].map { text in
      try #require(DateScanner.first(in: Bytes(text))?.date)
    }
    #expect(days.shuffled().sorted() == days)
    #expect(days[0].dayAfter == days[1])
    #expect(days[2].dayAfter == days[3])
  }
}
