import Glibc
package import SprintModel

extension CalendarDate {
  /// The day, in UTC, of a number of seconds since 1970-01-01.
  ///
  /// After H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
  package init?(secondsSince1970 seconds: Int) {
    // Nobody judges trackers by a day of another era; the arithmetic below has its bounds.
    guard (0...253_402_300_799).contains(seconds) else { return nil }
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day to judge by: that of `SOURCE_DATE_EPOCH` where it is set, else that of the clock.
  package static func today(sourceDateEpoch: String?) -> CalendarDate? {
    CalendarDate(secondsSince1970: sourceDateEpoch.flatMap(Int.init) ?? Int(time(nil)))
  }
}
