import Foundation

/// Holds JSON against one of the schemas of the project, with the Python package `jsonschema`.
package struct SchemaValidator: Sendable {
  package enum Failure: Error, CustomStringConvertible {
    case notRun(python: String, Int, String)

    package var description: String {
      switch self {
      case .notRun(let python, let status, let text):
        "\(python) ended with \(status) and cannot validate JSON; it needs the package jsonschema (SPRINTMARK_PYTHON names another): \(text)"
      }
    }
  }

  private let schema: String

  /// - Parameter name: `model` or `diagnostics`.
  package init(_ name: String) { schema = "\(Places.project)/schemas/\(name).schema.json" }

  /// What is wrong with each of the documents, as lines `PATH: MESSAGE`; none where a document is valid.
  package func faults(in documents: [[UInt8]]) async throws -> [[String]] {
    let input = Array(documents.joined(separator: [0]))
    let run = try await Run.of(Self.python, ["-c", Self.program, schema], input: input)
    guard run.status == 0 else { throw Failure.notRun(python: Self.python, run.status, run.errorText) }
    return try JSONDecoder().decode([[String]].self, from: Data(run.output))
  }

  private static let python: String = {
    if let named = ProcessInfo.processInfo.environment["SPRINTMARK_PYTHON"], !named.isEmpty { return named }
    let own = "\(Places.project)/.build/venv/bin/python"
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }()

  /// Reads documents with a NUL between them. `json` lets repeated names and `NaN` pass: here they are faults.
  private static let program = """
    import json, sys
    from jsonschema import Draft202012Validator, FormatChecker

    def unique(pairs):
        names = [name for name, _ in pairs]
        if len(names) != len(set(names)):
            raise ValueError("a name stands twice: %s" % sorted(names))
        return dict(pairs)

    def refused(constant):
        raise ValueError("no JSON: %s" % constant)

    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    faults = []
    for text in sys.stdin.buffer.read().split(b"\\0"):
        try:
            document = json.loads(text.decode("utf-8"), object_pairs_hook=unique, parse_constant=refused)
            faults.append([error.json_path + ": " + error.message for error in validator.iter_errors(document)])
        except ValueError as error:
            faults.append(["$: " + str(error)])
    json.dump(faults, sys.stdout)
    """
}
