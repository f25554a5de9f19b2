import ArgumentParser
import SprintDriver

/// How the answer to a query is written.
struct QueryFormat: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Option(help: "How the answer is written: for people, or for machines.")
  var format: Format = .table

  /// Only on a terminal is a table cut to its width.
  func print(_ table: Table) {
    Output.print(table.text(width: Environment.outputWidth, isColoured: Environment.usesColour))
  }
}
