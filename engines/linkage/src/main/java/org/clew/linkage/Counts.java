package org.clew.linkage;

/// How many records hold what, as one comparison sees it.
///
/// @param postings of the index
/// @param holders by kind, records that say anything of that kind
/// @param inside how many of the two records compared are themselves counted
record Counts(Postings postings, Holders holders, int inside) {

  /// Records that hold what the key stands for.
  long of(long key) {
    return postings.count(key);
  }

  /// The same without the records compared.
  long others(long key) {
    return Math.max(0, postings.count(key) - inside);
  }

  /// u of a word, by how many records hold it.
  double chance(Kind kind, Word word) {
    long others = Math.max(0, word.holders() - inside);
    return word.share > 0
        ? Model.of(kind).chance(others, holders(kind), word.share)
        : Model.of(kind).chance(others, holders(kind));
  }

  /// u of a word of a name in any spelling that sounds like it.
  double soundChance(Word word) {
    return Model.of(Kind.NAME).chance(others(word.soundKey), holders(Kind.NAME), word.share);
  }

  long holders(Kind kind) {
    return holders.of(kind);
  }

  /// u of the value a key stands for.
  double chance(Kind kind, long key) {
    return Model.of(kind).chance(others(key), holders(kind));
  }
}
