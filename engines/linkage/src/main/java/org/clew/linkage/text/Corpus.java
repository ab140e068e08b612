package org.clew.linkage.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.clew.linkage.ListTooLarge;

/// All texts as sets of shingles, texts of the same words in the same order once.
final class Corpus {
  /// Stands for a text without words.
  static final int NOTHING = -1;

  private static final int PIECE_BITS = 18;
  private static final int PIECE = 1 << PIECE_BITS;
  private static final int[] NO_ROOM = {};
  private static final int MOST_PIECES = Integer.MAX_VALUE >>> PIECE_BITS;

  /// A text longer than a piece is in one that takes as many numbers as it has lengths of one,
  /// those after the first without room.
  private final List<int[]> pieces = new ArrayList<>();

  private int free;
  private int shingles;

  /// Where the shingles of a text begin: above the number of the piece, below the place in it.
  private final Ints starts = new Ints(1 << 10);

  private final Ints lengths = new Ints(1 << 10);
  private final Ints distinct = new Ints(1 << 10);
  private long[] keys = new long[1 << 12];
  private int[] numbers = new int[1 << 12];

  /// Takes what was read of some texts, in their order.
  void add(ShingleReader read) {
    int from = 0;
    for (int text = 0; text < read.texts(); text++) {
      int to = read.end(text);
      distinct.add(from == to ? NOTHING : number(read, text, from, to));
      from = to;
    }
  }

  private int number(ShingleReader read, int text, int from, int to) {
    long key = read.whole(text);
    int slot = slot(key);
    if (keys[slot] == key) {
      return numbers[slot];
    }
    int number = starts.size();
    keys[slot] = key;
    numbers[slot] = number;
    keep(read.shingles(), from, to - from);
    if (starts.size() * 2 > keys.length) {
      grow();
    }
    return number;
  }

  private void keep(int[] read, int from, int length) {
    if ((long) free + length > room()) {
      addPiece((length + PIECE - 1) / PIECE);
    }
    System.arraycopy(read, from, pieces.get(free >>> PIECE_BITS), free & (PIECE - 1), length);
    starts.add(free);
    lengths.add(length);
    free = length > PIECE ? room() : free + length;
    shingles += length;
  }

  private void addPiece(int ofLengths) {
    if (pieces.size() + ofLengths > MOST_PIECES) {
      throw new ListTooLarge("its texts have more words than can be held at once");
    }
    free = room();
    pieces.add(new int[ofLengths * PIECE]);
    for (int i = 1; i < ofLengths; i++) {
      pieces.add(NO_ROOM);
    }
  }

  private int room() {
    return pieces.size() << PIECE_BITS;
  }

  private int slot(long key) {
    int slot = (int) (key >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  /// How many texts came.
  int texts() {
    return distinct.size();
  }

  /// The number of a text among those that differ, or [#NOTHING].
  int distinct(int text) {
    return distinct.get(text);
  }

  /// How many differ.
  int size() {
    return starts.size();
  }

  /// How many shingles those that differ have, each text's own counted.
  int shingles() {
    return shingles;
  }

  /// Pieces of room, of which a text is in one.
  List<int[]> pieces() {
    return Collections.unmodifiableList(pieces);
  }

  /// The piece that a text is in.
  int[] piece(int number) {
    return pieces.get(pieceOf(number));
  }

  /// Its number among all.
  int pieceOf(int number) {
    return starts.get(number) >>> PIECE_BITS;
  }

  /// Where the shingles of a text begin in its piece, each once.
  int from(int number) {
    return starts.get(number) & (PIECE - 1);
  }

  /// Where they end.
  int to(int number) {
    return from(number) + lengths.get(number);
  }
}
