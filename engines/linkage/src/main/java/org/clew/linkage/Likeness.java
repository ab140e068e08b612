package org.clew.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/// How two different values of a column compare, each known by its number. Worked out once per
/// value; safe for many threads, each with [Kernels] of its own.
interface Likeness {

  /// One way of agreeing.
  ///
  /// @param agreement to be said in words
  /// @param m how often values of one entity agree in this way, before any list is seen
  /// @param u how often values of two entities do, where too few pairs were looked at to tell
  record Level(Agreement agreement, double m, double u) {}

  /// A rougher form of the values, by which rows are brought together.
  final class Key {
    private final String name;

    /// By value; empty where each value is its own key.
    private final int[] of;

    private final Grain grain;
    private final IntToLongFunction lasting;

    /// A key that is the same number for the same value, whatever other values there are.
    ///
    /// @param name one word or several joined by `_`, by which a [LinkModel] knows it
    /// @param of by value, its key; -1 for none
    Key(String name, int[] of) {
      this(name, of, Grain.PART, value -> of[value]);
    }

    /// A key whose numbers are those of texts.
    Key(String name, int[] of, Texts said) {
      this(name, of, Grain.PART, value -> said.lasting(of[value]));
    }

    /// Every value is its own key.
    private Key(Texts values) {
      this("value", new int[0], Grain.WHOLE, values::lasting);
    }

    private Key(String name, int[] of, Grain grain, IntToLongFunction lasting) {
      this.name = name;
      this.of = of;
      this.grain = grain;
      this.lasting = lasting;
    }

    String name() {
      return name;
    }

    /// The key of a value; -1 for none.
    int of(int value) {
      return grain == Grain.WHOLE ? value : of[value];
    }

    /// A number for the key of a value that is the same whatever other values there are; -1 for
    /// none.
    long lasting(int value) {
      return of(value) < 0 ? -1 : lasting.applyAsLong(value) & Long.MAX_VALUE;
    }

    Grain grain() {
      return grain;
    }
  }

  /// How much of a value a key is.
  enum Grain {
    WHOLE,
    PART
  }

  /// From the same value to different ones; never more than 14.
  List<Level> levels();

  /// Which of [#levels] two different values reach, 1 or more.
  int level(int a, int b, Kernels kernels);

  /// Whether values have [Outline]s.
  default boolean hasOutlines() {
    return false;
  }

  /// The [Outline] of a value.
  default int outline(int value) {
    throw new IllegalStateException("there are no outlines");
  }

  /// The stronger level than which a level never weighs more; -1 for none.
  default int noMoreThan(int level) {
    return level - 1;
  }

  /// The keys of the values, beside the value itself.
  List<Key> keys();

  /// By value, the numbers of its words; empty for values that are compared whole.
  default int[][] words() {
    return new int[0][];
  }

  /// How many of a value's commoner words bring rows together two by two.
  default int wordsTogether() {
    return 4;
  }

  /// The numbers of a value's words; none for values that are compared whole.
  default int[] words(int value) {
    return new int[0];
  }

  /// How many rows hold a word.
  default long wordHolders(int word) {
    throw new IllegalStateException("there are no words");
  }

  /// A word by its number.
  default String word(int word) {
    throw new IllegalStateException("there are no words");
  }

  /// Which letters and digits a text has, as bits: texts a slip apart have nearly the same.
  static int letters(String text) {
    int mask = 0;
    for (int i = 0; i < text.length(); i++) {
      mask |= 1 << (text.charAt(i) & 31);
    }
    return mask;
  }

  /// By value, its words from the rarest on.
  ///
  /// @param rarity by word
  static int[][] rarestFirst(int[][] words, float[] rarity) {
    int[][] out = new int[words.length][];
    for (int i = 0; i < words.length; i++) {
      out[i] =
          Arrays.stream(words[i])
              .boxed()
              .sorted(
                  (a, b) -> rarity[a] == rarity[b] ? a - b : Float.compare(rarity[b], rarity[a]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return out;
  }

  /// The key that is the value itself.
  static Key whole(Texts values) {
    return new Key(values);
  }
}
