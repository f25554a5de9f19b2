import Foundation
import SprintDriver
import SprintLinker
import SprintModel
import SprintSource
import SprintTemplate
import SprintTesting
import Testing

struct StandardTemplateTests {
  private func conversion(
    _ text: String, path: String = "SPRINT_10_app.md", _ options: StandardTemplate.Options = .init()
  ) -> StandardTemplate.Conversion {
    let workspace = Documents.workspace([path: text])
    return StandardTemplate(options).conversion(of: workspace.sprints[0], in: workspace)
  }

  private func converted(_ text: String, _ options: StandardTemplate.Options = .init()) -> String {
    String(decoding: conversion(text, options).bytes, as: UTF8.self)
  }

  /// What stands between two headings of the second level.
  private func section(_ heading: String, of text: String) -> String {
    let parts = text.components(separatedBy: "\n## ")
    return parts.first { $0.hasPrefix(heading + "\n") }.map { String($0.dropFirst(heading.count + 1)) } ?? ""
  }
}
