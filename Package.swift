// swift-tools-version: 6.2
import PackageDescription

// `swift build` without a product, with which pre-commit installs a hook, builds all that is no test. So what only tests
// and developers need is a test itself, and is there for `swift test`; and the programs for developers are declared
// where the Makefile asks for them (`make bench`, `make fuzz`). Those need what is in the tests, and no program may
// depend on a test: then, and only then, it is built as a library.
let isFuzzing = Context.environment["SPRINTMARK_FUZZ"] != nil
let isMeasuring = Context.environment["SPRINTMARK_BENCH"] != nil

func testLibrary(_ name: String, _ dependencies: [Target.Dependency], path: String, exclude: [String] = []) -> Target {
  isFuzzing || isMeasuring
    ? .target(name: name, dependencies: dependencies, path: path, exclude: exclude)
    : .testTarget(name: name, dependencies: dependencies, path: path, exclude: exclude)
}

let package = Package(
  name: "sprintmark",
  products: [.executable(name: "sprintmark", targets: ["sprintmark"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // C libraries, as the system installs them (see `make setup`).
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Parts of the C library that the module Glibc leaves out.
    .systemLibrary(name: "CExtendedAttributes"),
    .systemLibrary(name: "CMalloc"),

    // The allocator of cmark-gfm has no context but the thread's, which Swift has no variables for.
    .target(name: "CArena"),
    // The commit for `--version`. A manifest is read anew when a variable changes, but not when git moves on.
    .target(
      name: "CBuild",
      cSettings: Context.environment["SPRINTMARK_COMMIT"].map { [.define("SPRINTMARK_COMMIT", to: "\"\($0)\"")] }),

    // bytes → source → Markdown → model → linked workspace → rules and emitters.
    // A target knows only those above it.
    .target(
      name: "SprintSource", dependencies: ["CMalloc"],
      // For a type of ours to have a span, which the standard library says with the same attribute.
      swiftSettings: [.enableExperimentalFeature("Lifetimes")]),
    .target(name: "SprintYAML", dependencies: ["CYAML", "SprintSource"]),
    .target(name: "SprintMarkdown", dependencies: ["CArena", "CMarkGFM", "SprintSource"]),
    .target(name: "SprintModel", dependencies: ["SprintSource"]),
    .target(name: "SprintReader", dependencies: ["SprintMarkdown", "SprintModel", "SprintYAML"]),
    .target(name: "SprintFormatter", dependencies: ["SprintMarkdown", "SprintModel"]),
    .target(name: "SprintLinker", dependencies: ["SprintModel"]),
    .target(name: "SprintRules", dependencies: ["SprintLinker"]),
    .target(name: "SprintEmitters", dependencies: ["SprintLinker"]),
    .target(name: "SprintTemplate", dependencies: ["SprintReader", "SprintLinker"]),
    .target(
      name: "SprintDriver",
      dependencies: [
        "CBuild", "CExtendedAttributes", "SprintReader", "SprintFormatter", "SprintRules", "SprintEmitters",
        "SprintTemplate",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .executableTarget(
      name: "sprintmark",
      dependencies: ["SprintDriver", .product(name: "ArgumentParser", package: "swift-argument-parser")]
    ),

    // What the tests share: fixtures, a reader of one string, a runner of programs.
    testLibrary(
      "SprintTesting",
      [
        "SprintDriver", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/SprintTesting"),
    .testTarget(name: "SprintSourceTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintYAMLTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintMarkdownTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintReaderTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintFormatterTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintLinkerTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintRulesTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintEmittersTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintTemplateTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "SprintDriverTests", dependencies: ["SprintTesting"]),
    .testTarget(name: "CommandLineTests", dependencies: ["sprintmark", "SprintTesting"]),

    // Makes trackers, and measures the tool and its peers on them.
    testLibrary(
      "SprintBenchmark", ["SprintTesting", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Tests/Benchmark", exclude: ["Driver", "bare-parse.c"]),
    .testTarget(
      name: "BenchmarkTests", dependencies: ["SprintBenchmark"],
      swiftSettings: isMeasuring ? [.define("SPRINTMARK_BENCH")] : []),

    // What has to hold for any bytes. The tests hold it against the corpus, `make fuzz` against what libFuzzer makes.
    testLibrary("SprintFuzzing", ["SprintTesting"], path: "Tests/Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["SprintFuzzing"]),
  ],
  swiftLanguageModes: [.v6]
)

// The program that `make bench` runs.
if isMeasuring {
  package.products.append(.executable(name: "SprintBenchmark", targets: ["BenchmarkDriver"]))
  package.targets.append(
    .executableTarget(
      name: "BenchmarkDriver",
      dependencies: ["SprintBenchmark", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Tests/Benchmark/Driver"))
}

// The program that `make fuzz` runs. libFuzzer's runtime has its own `main`, and what is fuzzed counts its edges, so
// that all this is built in a folder of its own.
if isFuzzing {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/LibFuzzer"),
    .executableTarget(
      name: "SprintFuzz", dependencies: ["CLibFuzzer", "SprintFuzzing"], path: "Tests/Fuzz/Driver",
      // gold cannot link the counters of edges.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ]
}

// One set of settings for every target of ours.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]
for target in package.targets where target.type != .system {
  target.swiftSettings = settings + (target.swiftSettings ?? [])
  // The sources, without what the tests bring along.
  if isFuzzing, target.path == nil, target.type == .regular {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"]))
  }
}
