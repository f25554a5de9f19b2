/// Forms of which no package has a schema, as strict as their descriptions: no member is there that they do not know.
enum ForeignSchemas {
  /// GitLab Docs, *Code Quality report format*.
  static let gitlab = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
          "description": {"type": "string", "minLength": 1},
          "check_name": {"type": "string", "minLength": 1},
          "fingerprint": {"type": "string", "minLength": 1},
          "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
          "location": {
            "type": "object",
            "additionalProperties": false,
            "required": ["path", "lines"],
            "properties": {
              "path": {"type": "string", "pattern": "^(?!/|[.]/)"},
              "lines": {
                "type": "object",
                "additionalProperties": false,
                "required": ["begin"],
                "properties": {"begin": {"type": "integer", "minimum": 1}}
              }
            }
          }
        }
      }
    }
    """

  /// reviewdog, `proto/rdf/reviewdog.proto`, message `DiagnosticResult`.
  static let rdjson = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "additionalProperties": false,
      "required": ["source", "diagnostics"],
      "properties": {
        "source": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name"],
          "properties": {"name": {"const": "sprintmark"}}
        },
        "diagnostics": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["message", "location", "severity", "code"],
            "properties": {
              "message": {"type": "string", "minLength": 1},
              "location": {"$ref": "#/$defs/location"},
              "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
              "code": {
                "type": "object",
                "additionalProperties": false,
                "required": ["value"],
                "properties": {"value": {"type": "string", "minLength": 1}}
              },
              "suggestions": {
                "type": "array",
                "minItems": 1,
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["range", "text"],
                  "properties": {"range": {"$ref": "#/$defs/range"}, "text": {"type": "string"}}
                }
              },
              "related_locations": {
                "type": "array",
                "minItems": 1,
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["message", "location"],
                  "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {"$ref": "#/$defs/location"}
                  }
                }
              }
            }
          }
        }
      },
      "$defs": {
        "location": {
          "type": "object",
          "additionalProperties": false,
          "required": ["path"],
          "properties": {"path": {"type": "string", "minLength": 1}, "range": {"$ref": "#/$defs/range"}}
        },
        "range": {
          "type": "object",
          "additionalProperties": false,
          "required": ["start", "end"],
          "properties": {"start": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}}
        },
        "position": {
          "type": "object",
          "additionalProperties": false,
          "required": ["line", "column"],
          "properties": {
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}
          }
        }
      }
    }
    """
}
