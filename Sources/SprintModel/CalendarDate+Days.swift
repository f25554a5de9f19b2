extension CalendarDate {
  /// The number of days from this one to another; negative where that is earlier.
  package func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// Days since the first of March of the year 0, so that a leap day is the last of its year.
  ///
  /// After H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
  private var dayNumber: Int {
    let year = month > 2 ? year : year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }
}
