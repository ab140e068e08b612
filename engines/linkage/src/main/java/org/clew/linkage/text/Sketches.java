package org.clew.linkage.text;

import java.util.List;
import org.clew.linkage.ListTooLarge;
import org.clew.linkage.Work;

/// Of each text the weights of its shingles, their sum, and the keys under which it is looked for.
final class Sketches {
  /// Fewer telling shingles than this, and a text is looked for by all that others have, too.
  private static final int FEW = 8;

  private final Corpus corpus;
  private final Rarity rarity;
  private final MinHash minHash;

  /// As the pieces of the corpus are.
  private final byte[][] weights;

  private final float[] totals;
  private final int[] keys;

  private Sketches(Corpus corpus, Rarity rarity, MinHash minHash) {
    this.corpus = corpus;
    this.rarity = rarity;
    this.minHash = minHash;
    int size = corpus.size();
    weights = corpus.pieces().stream().map(piece -> new byte[piece.length]).toArray(byte[][]::new);
    totals = new float[size];
    keys = new int[ListTooLarge.numbers(size, MinHash.BANDS)];
  }

  static Sketches of(Corpus corpus, MinHash minHash, Work work) {
    var sketches = new Sketches(corpus, new Rarity(corpus), minHash);
    List<Integer> parts = work.parts(Work.PARTS, sketches::part);
    if (parts.size() != Work.PARTS) {
      throw new IllegalStateException("a part is missing");
    }
    return sketches;
  }

  private int part(int part) {
    int from = (int) ((long) totals.length * part / Work.PARTS);
    int to = (int) ((long) totals.length * (part + 1) / Work.PARTS);
    int[] room = MinHash.room();
    var telling = new Ints(256);
    var holders = new Ints(256);
    for (int text = from; text < to; text++) {
      count(text, holders);
      weigh(text, holders, telling);
      if (telling.size() < FEW) {
        takeAllShared(text, telling);
      }
      minHash.keys(telling, room, keys, text * MinHash.BANDS);
    }
    return to - from;
  }

  /// Looks all holders up before anything is made of them: the table is large and far away, and
  /// what depends on none of the answers need not wait for them one by one.
  private void count(int text, Ints holders) {
    int[] piece = corpus.piece(text);
    int end = corpus.to(text);
    holders.clear();
    for (int i = corpus.from(text); i < end; i++) {
      holders.add(rarity.holders(piece[i]));
    }
  }

  /// What no other text has says how much was changed, not what: it weighs as much as the rest does
  /// on average.
  private void weigh(int text, Ints holders, Ints telling) {
    int[] piece = corpus.piece(text);
    byte[] ofPiece = weights[corpus.pieceOf(text)];
    int from = corpus.from(text);
    int own = 0;
    int shared = 0;
    telling.clear();
    for (int i = 0; i < holders.size(); i++) {
      int held = holders.get(i);
      byte weight = rarity.weight(held);
      ofPiece[from + i] = weight;
      if (held == 1) {
        own++;
      } else {
        shared += weight & 0xFF;
        if (held <= rarity.common()) {
          telling.add(piece[from + i]);
        }
      }
    }
    int others = holders.size() - own;
    totals[text] = others == 0 ? 0 : shared + own * (float) shared / others;
  }

  private void takeAllShared(int text, Ints telling) {
    byte own = rarity.weight(1);
    int[] piece = corpus.piece(text);
    byte[] ofPiece = weights[corpus.pieceOf(text)];
    telling.clear();
    for (int i = corpus.from(text); i < corpus.to(text); i++) {
      if (ofPiece[i] != own) {
        telling.add(piece[i]);
      }
    }
  }

  /// One of the keys of a text; texts that are alike have some in common.
  int key(int text, int band) {
    return keys[text * MinHash.BANDS + band];
  }

  /// Takes the shingles of a text into a set.
  void take(int text, Hashed set) {
    int[] piece = corpus.piece(text);
    int end = corpus.to(text);
    set.clear();
    for (int i = corpus.from(text); i < end; i++) {
      set.add(piece[i]);
    }
  }

  /// The share of the weight of two texts that both have, from 0 to 1 (weighted Jaccard).
  ///
  /// @param ofOne the shingles of the first
  float alike(int one, Hashed ofOne, int other) {
    int[] piece = corpus.piece(other);
    byte[] ofPiece = weights[corpus.pieceOf(other)];
    int end = corpus.to(other);
    int both = 0;
    for (int i = corpus.from(other); i < end; i++) {
      both += ofOne.has(piece[i]) ? ofPiece[i] & 0xFF : 0;
    }
    return both == 0 ? 0 : both / (totals[one] + totals[other] - both);
  }
}
