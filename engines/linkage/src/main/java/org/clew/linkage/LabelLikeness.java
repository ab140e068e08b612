package org.clew.linkage;

import java.util.List;

/// Postcodes, places, countries and closed answers.
final class LabelLikeness implements Likeness {
  private static final int DISTRICT = 3;

  private final Kind kind;
  private final String[] texts;
  private final int[] near;
  private final List<Level> levels;
  private final List<Key> keys;

  LabelLikeness(Kind kind, Texts forms) {
    this.kind = kind;
    int size = forms.size();
    texts = new String[size];
    near = new int[size];
    var nears = new Texts();
    for (int i = 0; i < size; i++) {
      texts[i] = forms.text(i);
      near[i] = nears.code(near(texts[i]));
    }
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
            ? List.of(Likeness.whole(size), new Key("near", near, Grain.PART))
            : List.of(Likeness.whole(size));
  }

  private String near(String text) {
    return switch (kind) {
      case POSTCODE -> text.substring(0, Math.min(DISTRICT, text.length()));
      case PLACE -> Sound.of(text.replace(" ", ""));
      default -> text;
    };
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
    String left = texts[a];
    String right = texts[b];
    int shorter = Math.min(left.length(), right.length());
    return switch (kind) {
      case POSTCODE -> {
        boolean close = shorter >= 4 && kernels.edits(left, right, 1) <= 1;
        yield close ? 1 : near[a] == near[b] ? 2 : 3;
      }
      case PLACE -> {
        boolean close = near[a] == near[b] && shorter > 2;
        boolean part = shorter > 3 && (part(left, right) || part(right, left));
        yield close || part || kernels.isClose(left, right) ? 1 : 2;
      }
      default -> 1;
    };
  }

  private static boolean part(String whole, String part) {
    return whole.length() > part.length() + 1
        && (whole.startsWith(part + " ") || whole.endsWith(" " + part));
  }
}
