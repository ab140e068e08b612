package org.clew.linkage;

import java.util.Arrays;
import java.util.List;

/// Postcodes, places, countries and closed answers.
final class LabelLikeness implements Likeness {
  private static final int DISTRICT = 3;

  /// Of so many places the level of any two is worked out once.
  private static final int FEW = 1024;

  private final Kind kind;
  private final Texts texts;
  private final int[] near;

  /// By two of few places, their level once it was asked for; several threads write the same.
  private final byte[] told;

  private final List<Level> levels;
  private final List<Key> keys;

  LabelLikeness(Kind kind, Texts forms) {
    this.kind = kind;
    int size = forms.size();
    texts = forms;
    near = new int[size];
    told = new byte[kind == Kind.PLACE && size <= FEW ? size * size : 0];
    var nears = new Texts();
    for (int i = 0; i < size; i++) {
      near[i] = near(forms, i, nears);
    }
    nears.close();
    levels =
        switch (kind) {
          case POSTCODE ->
              List.of(
                  new Level(Agreement.EXACT, 0.75, 1e-3),
                  new Level(Agreement.CLOSE_SPELLING, 0.08, 6e-3),
                  new Level(Agreement.NEAR, 0.05, 0.02),
                  new Level(Agreement.DIFFERENT, 0.12, 0.97));
          case PLACE ->
              List.of(
                  new Level(Agreement.EXACT, 0.78, 1e-2),
                  new Level(Agreement.CLOSE_SPELLING, 0.1, 2e-3),
                  new Level(Agreement.DIFFERENT, 0.12, 0.98));
          default ->
              List.of(
                  new Level(Agreement.EXACT, 0.9, 0.2), new Level(Agreement.DIFFERENT, 0.1, 0.8));
        };
    keys =
        kind == Kind.POSTCODE || kind == Kind.PLACE
            ? List.of(Likeness.whole(forms), new Key("near", near, nears))
            : List.of(Likeness.whole(forms));
  }

  private int near(Texts forms, int value, Texts nears) {
    return switch (kind) {
      case POSTCODE -> district(forms, value, nears);
      case PLACE -> nears.code(Sound.of(forms.text(value).replace(" ", "")));
      default -> value;
    };
  }

  private static int district(Texts forms, int value, Texts nears) {
    if (forms.isPlain(value)) {
      int from = forms.from(value);
      int to = from + Math.min(DISTRICT, forms.length(value));
      return nears.code(forms.block(value), from, to);
    }
    String text = forms.text(value);
    return nears.code(text.substring(0, Math.min(DISTRICT, text.length())));
  }

  @Override
  public List<Level> levels() {
    return levels;
  }

  @Override
  public List<Key> keys() {
    return keys;
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    return switch (kind) {
      case POSTCODE -> {
        boolean close =
            Math.min(texts.chars(a), texts.chars(b)) >= 4 && kernels.edits(texts, a, b, 1) <= 1;
        yield close ? 1 : near[a] == near[b] ? 2 : 3;
      }
      case PLACE -> {
        if (told.length == 0) {
          yield place(a, b, kernels);
        }
        int at = a * near.length + b;
        int level = told[at];
        if (level == 0) {
          level = place(a, b, kernels);
          told[at] = (byte) level;
        }
        yield level;
      }
      default -> 1;
    };
  }

  private int place(int a, int b, Kernels kernels) {
    int shorter = Math.min(texts.chars(a), texts.chars(b));
    boolean close = near[a] == near[b] && shorter > 2;
    return close || (shorter > 3 && isPart(a, b)) || kernels.isClose(texts, a, b) ? 1 : 2;
  }

  /// Whether the words of one are the first or the last of the other.
  private boolean isPart(int a, int b) {
    boolean longer = texts.length(a) > texts.length(b);
    int whole = longer ? a : b;
    int part = longer ? b : a;
    int length = texts.length(part);
    int from = texts.from(whole);
    int to = from + texts.length(whole);
    byte[] bytes = texts.block(whole);
    if (to - from <= length + 1) {
      return false;
    }
    byte[] sought = texts.block(part);
    int start = texts.from(part);
    return (bytes[from + length] == ' '
            && Arrays.equals(bytes, from, from + length, sought, start, start + length))
        || (bytes[to - length - 1] == ' '
            && Arrays.equals(bytes, to - length, to, sought, start, start + length));
  }
}
