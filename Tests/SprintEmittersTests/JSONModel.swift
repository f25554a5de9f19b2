import Foundation

/// As much of the JSON of the model as tests look at.
struct JSONModel: Decodable {
  let sprints: [Sprint]
  let graph: Graph

  struct Sprint: Decodable {
    let path: String
    let tasks: [Task]
    let log: [Entry]
    let decisions: [String]
  }

  struct Task: Decodable {
    let uid: String
    let definition: String?
  }

  struct Entry: Decodable {
    let update: String
  }

  struct Graph: Decodable {
    let edges: [Edge]
    let cycles: [[String]]
  }

  struct Edge: Decodable {
    let from: String
    let to: String
  }

  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(JSONModel.self, from: Data(bytes)) }
}
