/// Places among the edges of a graph. There are many, and so they are held in half a word.
package struct EdgePlaces: RandomAccessCollection, Sendable {
  private let places: ArraySlice<Int32>

  init(_ places: ArraySlice<Int32>) { self.places = places }

  package var startIndex: Int { places.startIndex }
  package var endIndex: Int { places.endIndex }
  package subscript(index: Int) -> Int { Int(places[index]) }
  package subscript(bounds: Range<Int>) -> EdgePlaces { EdgePlaces(places[bounds]) }
}
