/// Texts that break what is written without care.
package enum HostileText {
  /// By name; none has a pipe or a line break, which part cells and rows.
  package static let all: KeyValuePairs<String, String> = [
    "quotes": #"say "no" to 'it' \" \\" "#.trimmingEnd(), "backslashes": #"a\b\\c \n \N \G \l \u0041 \"#,
    "controls": "a\u{1}b\u{8}c\u{1B}[31md\u{7F}e\u{1F}f", "emoji": "👩‍👩‍👧 🏳️‍🌈 é ﷽ 𝕏 \u{202E}abc\u{202C}",
    "markup": "</script><script>alert(1)</script> <!-- --> ]]> &lt; &amp; &#27; &nosuch;",
    "separators": "a\u{2028}b\u{2029}c\u{85}d",
    "braces": "{\"a\": [1, null]} }], // */ digraph { } ; -> --", "record": "<b>x</b> {a} <p0>",
    "beyond": "\u{10FFFF}\u{FFFE}\u{E000}z",
    "hidden": "a\u{200B}b\u{2066}c\u{200E}d\u{FEFF}e\u{AD}f\u{E0041}g\u{9B}h",
    "markdown": "[a](javascript:x) ![b](c) *d* __e__ ~~f~~ `g` <img src=x> &amp; \\* $h$ #",
    "command": "::error file=a,line=1::b %0A::stop-commands::c", "formula": "=HYPERLINK(1)",
    "percent": "%s %d %00 ${HOME} $(id) `id`", "tab": "a\tb",
  ]

  /// A tracker that says the text wherever it can.
  package static func tracker(_ text: String) -> String {
    """
    # Sprint 10 · \(text)

    ## Delivery Tracker
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |
    | 1 | A1 | BLOCKED (\(text)) | Needs \(text) | \(text) | \(text) |
    | 2 | A2 | \(text) | A1 | \(text) | \(text) |

    ## Execution Log
    | Date (UTC) | Update | Owner |
    | --- | --- | --- |
    | 2025-11-02 | \(text) | \(text) |
    | \(text) | A1 completed. | \(text) |

    ## Decisions & Risks
    - \(text)

    """
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
