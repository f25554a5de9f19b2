/// The words that made trackers are written with.
enum Wording {
  static let areas = [
    "Crane", "Tide", "Cargo", "Pilot", "Buoy", "Ferry", "Quay", "Lock", "Tug", "Yard", "Gate", "Scale", "Radar",
    "Light", "Rope", "Stock", "Grain", "Reefer", "Tank", "Berth",
  ]
  static let tracks = [
    "queue", "store", "sync", "audit", "alert", "import", "export", "auth", "cache", "report", "search", "bill", "plan",
    "map", "label", "feed",
  ]
  static let verbs = [
    "Add", "Measure", "Write", "Replace", "Move", "Split", "Sign", "Load", "Trace", "Harden", "Document", "Wire up",
    "Publish", "Check", "Draw", "Sort", "Merge", "Encrypt", "Batch", "Rehearse",
  ]
  static let adjectives = [
    "nightly", "signed", "regional", "shared", "late", "manual", "first", "small", "stored", "remote", "old", "weekly",
    "daily", "long", "second", "plain", "compressed", "local",
  ]
  static let objects = [
    "arrival list", "weight table", "berth calendar", "customs form", "crew roster", "load plan", "draught sensor",
    "signal board", "pump schedule", "container label", "invoice run", "storm warning", "retry queue", "index of hulls",
    "tariff file", "light log", "camera feed", "gate ticket", "position report", "crane log", "test harness",
    "dashboard",
  ]
  static let qualifiers = [
    "for every quay", "with a limit of 40 a minute", "without a second copy", "in both harbours", "with its tests",
    "for the winter timetable", "behind a flag", "in under 200 ms", "with the old format kept", "for guests too",
    "across three regions", "with a trace of each step", "so that a restart loses nothing", "at low water",
    "by hull and by day", "in the order of arrival", "with alerts at 80 %", "and show it on the board",
  ]
  static let connections = [
    "reads", "feeds", "replaces", "checks", "holds", "sorts", "outlives", "mirrors", "sends", "counts",
  ]
  static let awaited = [
    "the key of the harbour office", "a second test crane", "the tariff of the customs office", "the new fibre line",
    "the contract with the pilots", "hardware of the vendor", "the review by the lawyers", "the survey of the basin",
  ]
  static let files = [
    "ops/crane/queue.yaml", "scripts/load-test.sh", "--dry-run", "docs/runbook.md", "retry_limit", "arrivals_total",
    "src/berth/plan.swift", "GET /v1/hulls", "cache.ttl", "config/gates.json",
  ]
  static let roles = ["Planning", "Implementer", "Operations", "Review"]
}
