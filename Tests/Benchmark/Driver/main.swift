import ArgumentParser
import SprintBenchmark

SprintBenchmark.main()
