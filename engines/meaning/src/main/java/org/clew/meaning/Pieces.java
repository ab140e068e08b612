package org.clew.meaning;

import java.util.List;

/// A text as word pieces of a vocabulary.
///
/// @param isWhole whether the text was read to its end
record Pieces(List<Piece> all, boolean isWhole) {

  /// One piece.
  ///
  /// @param id its number in the vocabulary
  /// @param from where in the text it begins, in UTF-16 units
  /// @param to where it ends
  /// @param beginsWord whether it begins a word
  record Piece(int id, int from, int to, boolean beginsWord) {}

  Pieces {
    all = List.copyOf(all);
  }

  int count() {
    return all.size();
  }

  Piece get(int piece) {
    return all.get(piece);
  }
}
