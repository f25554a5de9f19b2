import SprintModel
import SprintSource
import SprintYAML

/// Words, which extend those that are known already.
extension ConfigurationReader {
  mutating func readVocabulary(_ node: YAMLNode) {
    for (key, entry) in entries(of: node, ConfigurationKey.Vocabulary.self, "`vocabulary`") {
      let keys = ["vocabulary", key.rawValue]
      switch key {
      case .states:
        let words = words(entry, keys, TaskState.named, "state")
        for (word, state) in words {
          // A team's own word is the state of the tasks below a heading that says nothing else, too.
          let known = configuration.vocabulary.states.updateValue(state, forKey: word)
          if known == nil { configuration.vocabulary.boardStates.insert(word) }
        }
      case .columns:
        for (word, column) in words(entry, keys, Vocabulary.Column.allCases, "column") {
          configuration.vocabulary.columns[word] = column
          configuration.vocabulary.foreignColumns.remove(word)
        }
      case .sections:
        let words = words(entry, keys, SectionKind.named, "section")
        for (word, section) in words { configuration.vocabulary.sections[word] = section }
      case .events:
        var known = Set(configuration.vocabulary.events)
        let phrases = words(entry, keys, LogEntry.Event.named, "event", form: Self.phrase)
          .map { Vocabulary.EventPhrase($0.word, $0.meaning) }.filter { known.insert($0).inserted }
        // What this file says of a phrase counts.
        let texts = Set(phrases.map(\.text))
        configuration.vocabulary.events.removeAll { texts.contains($0.text) }
        configuration.vocabulary.events += phrases
      case .phrases:
        var known = Set(configuration.vocabulary.phrases.map(\.text))
        for phrase in words(entry, keys, form: Self.phrase) where known.insert(phrase.value).inserted {
          configuration.vocabulary.phrases.append(Vocabulary.DependencyPhrase(phrase.value, isStrong: true))
        }
      case .groupWords: configuration.vocabulary.groupWords.formUnion(words(entry, keys).map(\.value))
      case .backlogWords: configuration.vocabulary.backlogWords.formUnion(words(entry, keys).map(\.value))
      case .noDependency: configuration.vocabulary.noDependency.formUnion(words(entry, keys).map(\.value))
      case .ownerNouns: configuration.vocabulary.ownerNouns.formUnion(words(entry, keys).map(\.value))
      }
    }
  }

  mutating func readIDs(_ node: YAMLNode) {
    for (key, entry) in entries(of: node, ConfigurationKey.IDs.self, "`ids`") {
      switch key {
      case .foreign:
        for text in texts(entry) ?? [] {
          guard text.value.utf8.allSatisfy(\.isWord) else {
            add(
              "`\(text.value)` is not the first part of an id", at: text.range,
              help: "write what stands before the first `-`, as `SHA` of `SHA-256`")
            continue
          }
          configuration.vocabulary.foreignIDs.insert(text.value.uppercased())
          addOrigin(["ids", key.rawValue, text.value.uppercased()], text.range)
        }
      }
    }
  }

  // MARK: Owners

  mutating func readOwners(_ node: YAMLNode) {
    for (key, entry) in entries(of: node, ConfigurationKey.Owners.self, "`owners`") {
      switch key {
      case .aliases: readAliases(entry, ["owners", key.rawValue])
      }
    }
  }

  private mutating func readAliases(_ entry: YAMLEntry, _ keys: [String]) {
    var targets: [(alias: String, name: Located<String>)] = []
    var places: [String: Located<String>] = [:]
    for entry in mapping(entry.value, called: entry.key.value) ?? [] {
      guard let alias = word(entry.key, form: Self.normalized), let name = text(entry) else { continue }
      if let other = places.updateValue(entry.key, forKey: alias) {
        add(
          "this alias is the same as `\(other.value)`", at: entry.key.range, note: Located("that one", at: other.range))
      }
      targets.append((alias, name))
      addOrigin(keys + [alias], entry.key.range)
    }
    let inherited = configuration.vocabulary.ownerAliases.filter { places[$0.key] == nil }
    let names = inherited.merging(targets.map { ($0.alias, $0.name.value) }) { $1 }
    for (alias, name) in targets {
      let normalized = Self.normalized(name.value)
      if normalized != alias, let further = names[normalized], further != name.value {
        add(
          "`\(name.value)` is itself an alias, of `\(further)`", at: name.range,
          help: "name the owner that is meant in the end")
      }
      if let other = inherited.keys.sorted().first(where: { inherited[$0].map(Self.normalized) == alias }),
        let place = places[alias], inherited[other] != name.value
      {
        add(
          "`\(other)` stands for `\(place.value)` in what this file extends, and that becomes an alias here",
          at: place.range, help: "say here what `\(other)` stands for")
      }
    }
    configuration.vocabulary.ownerAliases = names
  }

  // MARK: Words

  /// The words of a list, in the form in which the vocabulary keeps them.
  private mutating func words(
    _ entry: YAMLEntry, _ keys: [String], form: (String) -> String = Self.normalized
  ) -> [Located<String>] {
    (texts(entry) ?? []).compactMap { text in
      guard let word = word(text, form: form) else { return nil }
      addOrigin(keys + [word], text.range)
      return Located(word, at: text.range)
    }
  }

  /// The words of a mapping of lists, each with what it stands for.
  private mutating func words<Meaning: RawRepresentable<String> & Hashable>(
    _ entry: YAMLEntry, _ keys: [String], _ meanings: [Meaning], _ noun: String,
    form: (String) -> String = Self.normalized
  ) -> [(word: String, meaning: Meaning)] {
    var found: [String: (meaning: Meaning, place: ByteRange)] = [:]
    var words: [(word: String, meaning: Meaning)] = []
    for entry in mapping(entry.value, called: entry.key.value) ?? [] {
      guard let meaning = known(entry.key, meanings, noun) else { continue }
      for word in self.words(entry, keys + [meaning.rawValue], form: form) {
        if let other = found[word.value], other.meaning != meaning {
          add(
            "`\(word.value)` stands for `\(other.meaning.rawValue)` already", at: word.range,
            note: Located("there", at: other.place), help: "a word has one meaning")
          continue
        }
        found[word.value] = (meaning, word.range)
        words.append((word.value, meaning))
      }
    }
    return words
  }

  private mutating func word(_ text: Located<String>, form: (String) -> String) -> String? {
    let word = form(text.value)
    if word.isEmpty { add("there is no letter or digit in `\(text.value)`", at: text.range) }
    return word.isEmpty ? nil : word
  }

  private static func normalized(_ text: String) -> String { Vocabulary.normalized(Bytes(text)) }

  /// The form of phrases, which are looked for as they stand: in lower case, words parted by one blank, from the first
  /// letter or digit on.
  private static func phrase(_ text: String) -> String {
    let text = text.lowercased().singleSpaced
    return String(text.drop { !$0.isLetter && !$0.isNumber })
  }
}

extension TaskState {
  /// Those that words can stand for.
  static var named: [TaskState] { allCases.filter { $0 != .unknown } }
}

extension SectionKind {
  /// Those that words can stand for.
  static var named: [SectionKind] { allCases.filter { $0 != .other } }
}

extension LogEntry.Event {
  /// Those that words can stand for.
  static var named: [LogEntry.Event] { allCases.filter { $0 != .note } }
}
