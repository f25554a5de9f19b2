import SprintDriver
import SprintModel
import Testing

struct TodayTests {
  @Test(arguments: [("0", "1970-01-01"), ("951782400", "2000-02-29"), ("253402300799", "9999-12-31")])
  func `a number of seconds is a day`(text: String, day: String) {
    #expect(CalendarDate.today(sourceDateEpoch: text)?.description == day)
  }

  @Test(arguments: ["-1", "253402300800", "\(Int.min)", "\(Int.max)"])
  func `what lies in another era is none`(text: String) {
    #expect(CalendarDate.today(sourceDateEpoch: text) == nil)
  }
}
