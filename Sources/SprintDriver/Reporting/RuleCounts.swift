import SprintEmitters
import SprintSource

/// How often each rule found something, most first.
package struct RuleCounts: Sendable {
  /// The findings of a rule that have one severity.
  private struct Row {
    let code: String
    let name: String
    let severity: Severity
    var count = 0
    /// Those that safe fixes mend.
    var fixable = 0
  }

  private let rows: [Row]

  package init(_ result: LintResult) {
    struct Key: Hashable {
      let code: String
      let severity: Severity
    }
    var rows: [Key: Row] = [:]
    for one in result.diagnostics {
      let key = Key(code: one.code, severity: one.severity)
      rows[key, default: Row(code: one.code, name: one.name, severity: one.severity)].count += 1
      if one.isFixable(.safe) { rows[key]?.fixable += 1 }
    }
    self.rows = rows.values.sorted { one, other in
      if one.count != other.count { return one.count > other.count }
      return one.code != other.code ? one.code < other.code : one.severity > other.severity
    }
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// The code of the rule that found most; nil where none found anything.
  package var first: String? { rows.first?.code }

  /// For people.
  package var table: Table {
    var table = Table([
      Table.Column("RULE"), Table.Column("NAME"), Table.Column("SEVERITY"), Table.Column("COUNT", isNumber: true),
      Table.Column("FIXABLE", isNumber: true),
    ])
    for row in rows {
      table.add([row.code, row.name, row.severity.label, String(row.count), String(row.fixable)])
    }
    return table
  }

  /// For machines (`schemas/rule-counts.schema.json`).
  package var json: [UInt8] {
    var writer = JSONWriter(brokenDepth: 2)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.key("rules")
      writer.array(rows) { writer, row in
        writer.object { writer in
          writer.member("code", row.code)
          writer.member("name", row.name)
          writer.member("severity", row.severity.rawValue)
          writer.member("count", row.count)
          writer.member("fixable", row.fixable)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}
