/// Holds JSON against a schema, with the Python package `jsonschema`.
package struct SchemaValidator: Sendable {
  /// A path, or the schema itself.
  private let schema: String

  /// - Parameter name: one of the schemas of the project, such as `model` or `diagnostics`.
  package init(_ name: String) { schema = "\(Places.project)/schemas/\(name).schema.json" }

  /// - Parameter text: a schema as JSON.
  package init(text: String) { schema = text }

  /// The official schema of SARIF 2.1.0, which `make setup-test` puts beside Python's packages.
  package static let sarif = SchemaValidator(text: "share/sarif-2.1.0-rtm.4.json")

  /// What is wrong with each of the documents, as lines `PATH: MESSAGE`; none where a document is valid.
  package func faults(in documents: [[UInt8]]) async throws -> [[String]] {
    try await Python.run(
      Self.program, [schema, "\(Places.project)/schemas"], input: Array(documents.joined(separator: [0])))
  }

  /// Reads documents with a NUL between them. `json` lets repeated names and `NaN` pass: here they are faults.
  private static let program = """
    import json, pathlib, sys
    from jsonschema import FormatChecker, validators
    from referencing import Registry, Resource

    def unique(pairs):
        names = [name for name, _ in pairs]
        if len(names) != len(set(names)):
            raise ValueError("a name stands twice: %s" % sorted(names))
        return dict(pairs)

    def refused(constant):
        raise ValueError("no JSON: %s" % constant)

    def read(text):
        path = pathlib.Path(sys.prefix, text)
        return json.loads(text if text.startswith("{") else path.read_text(encoding="utf-8"))

    schema = read(sys.argv[1])
    others = pathlib.Path(sys.argv[2]).glob("*.schema.json")
    registry = Registry().with_resources((path.name, Resource.from_contents(read(str(path)))) for path in others)
    kind = validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema, registry=registry, format_checker=FormatChecker())
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
