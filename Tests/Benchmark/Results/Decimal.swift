/// A number with a fixed count of decimals, as people read it.
enum Decimal {
  static func text(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { number, _ in number * 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + String(scaled) }
    let digits = String(scaled % scale)
    return sign + "\(scaled / scale)." + String(repeating: "0", count: places - digits.count) + digits
  }
}
