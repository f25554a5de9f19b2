/// A day of the Gregorian calendar, as written in ISO 8601: `2025-11-25`.
///
/// Trackers hold many of them, and so they are small.
package struct CalendarDate: Hashable, Sendable {
  /// The year, the month in 4 bits and the day in 5: in the order of the calendar.
  private let bits: Int32

  package var year: Int { Int(bits >> 9) }
  package var month: Int { Int(bits >> 5 & 0xF) }
  package var day: Int { Int(bits & 0x1F) }

  /// - Returns: nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    // No text has a year of more digits.
    guard (-999_999...999_999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    bits = Int32(year << 9 | month << 5 | day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable {
  package static func < (one: CalendarDate, other: CalendarDate) -> Bool { one.bits < other.bits }
}

extension CalendarDate: CustomStringConvertible {
  package var description: String {
    var text = ""
    func add(_ number: Int, _ width: Int) {
      let digits = String(number)
      for _ in digits.utf8.count..<max(width, digits.utf8.count) { text += "0" }
      text += digits
    }
    add(year, 4)
    text += "-"
    add(month, 2)
    text += "-"
    add(day, 2)
    return text
  }
}

extension CalendarDate {
  /// The next day.
  package var dayAfter: CalendarDate {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
  }
}
