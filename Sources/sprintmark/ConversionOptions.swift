import ArgumentParser
import SprintTemplate

/// What is written in another way in the standard template than it was.
struct ConversionOptions: ParsableArguments {
  @Flag(help: "Give each task of a row with several ids a row of its own.")
  var splitCompound = false

  @Flag(help: "Write references as full ids.")
  var expandReferences = false

  var isUsed: Bool { splitCompound || expandReferences }

  var options: StandardTemplate.Options {
    StandardTemplate.Options(splitsCompounds: splitCompound, expandsReferences: expandReferences)
  }
}
