import SprintModel
import SprintReader
import SprintSource
import Testing

struct OwnerScannerTests {
  private func read(_ text: String) -> (owners: [String], paths: [String]) {
    let (owners, paths) = OwnerScanner(.standard).owners(in: Bytes(text))
    return (owners.map(\.name.value), paths.map(\.value))
  }

  @Test(arguments: [
    ("Ops Guild", ["Ops Guild"]),
    ("Ops Guild · Web Guild", ["Ops Guild", "Web Guild"]),
    ("Ops Guild • Web Guild", ["Ops Guild", "Web Guild"]),
    ("Ops Guild, Web Guild", ["Ops Guild", "Web Guild"]),
    ("Ops Guild;Web Guild", ["Ops Guild", "Web Guild"]),
    ("Ops Guild & Web Guild", ["Ops Guild", "Web Guild"]),
    ("Ops Guild / Web Guild", ["Ops Guild", "Web Guild"]),
    ("Ops Guild + Web Guild", ["Ops Guild", "Web Guild"]),
    ("Ops Guild<br>Web Guild<br/>QA", ["Ops Guild", "Web Guild", "QA"]),
    ("**Ops Guild**, `qa`", ["Ops Guild", "qa"]),
    ("O'Neil, É. Dupont, 李雷", ["O'Neil", "É. Dupont", "李雷"]),
    ("R&D Guild", ["R&D Guild"]),
    ("DevEx/CLI Guild", ["DevEx/CLI Guild"]),
    ("Ops Guild (on call, nights)", ["Ops Guild (on call, nights)"]),
    // The noun at the end is that of all.
    ("Ops · CLI · Export Guilds", ["Ops Guild", "CLI Guild", "Export Guild"]),
    ("Ops, Web & QA Teams", ["Ops Team", "Web Team", "QA Team"]),
    ("Ops Team · Web Guilds", ["Ops Team", "Web Guild"]),
    ("Ops Guilds", ["Ops Guilds"]),
    ("Ops · Web Basics", ["Ops", "Web Basics"]),
    // Nobody.
    ("", []), ("—", []), ("-", []), ("TBD", []), ("none", []), ("Unassigned", []), ("n/a", []),
    ("Ops Guild, TBD", ["Ops Guild"]),
  ])
  func `owners are parted`(_ text: String, _ owners: [String]) {
    #expect(read(text).owners == owners)
    #expect(read(text).paths == [])
  }

  @Test(arguments: [
    ("Ops Guild / ops/deploy", ["Ops Guild"], ["ops/deploy"]),
    ("Ops Guild, Web Guild / src/web/app", ["Ops Guild", "Web Guild"], ["src/web/app"]),
    ("Ops Guild (ops/deploy)", ["Ops Guild"], ["ops/deploy"]),
    ("Ops Guild (`ops/deploy`, `src/web`)", ["Ops Guild"], ["ops/deploy", "src/web"]),
    ("Ops Guild · `src/Web/Web.Api/`", ["Ops Guild"], ["src/Web/Web.Api/"]),
    ("Ops Guild (Src/Web.Api)", ["Ops Guild"], ["Src/Web.Api"]),
    ("ops/deploy", [], ["ops/deploy"]),
  ])
  func `a path is where the work lies`(_ text: String, _ owners: [String], _ paths: [String]) {
    #expect(read(text).owners == owners)
    #expect(read(text).paths == paths)
  }
}
