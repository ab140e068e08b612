package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Fictional people, the same for the same seed.
final class Seeded {
  private static final String[] STARTS =
      "ba da ka la ma na ra sa ta be de le me ne re bo do lo mo ro to shi".split(" ", -1);
  private static final String[] ENDS = "n r l s m d ni ri li no ro nov man ez".split(" ", -1);

  private Seeded() {}

  static String name(long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + 5);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      out.append(STARTS[random.nextInt(STARTS.length)]);
    }
    return out.append(ENDS[random.nextInt(ENDS.length)]).toString();
  }

  static LinkRecord person(long seed, String id) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Value> out = new ArrayList<>();
    out.add(new Value(Kind.GIVEN_NAME, name(random.nextInt(60))));
    out.add(new Value(Kind.FAMILY_NAME, name(1000 + random.nextInt(400))));
    out.add(new Value(Kind.PHONE, "07700 900%03d".formatted(random.nextInt(1000))));
    out.add(
        new Value(
            Kind.BIRTH_DATE,
            "%d-%02d-%02d"
                .formatted(
                    1950 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28))));
    out.add(new Value(Kind.PLACE, name(5000 + random.nextInt(30))));
    out.add(
        new Value(
            Kind.ADDRESS, random.nextInt(1, 99) + " " + name(9000 + random.nextInt(90)) + " Rd"));
    out.add(new Value(Kind.DOCUMENT, "%08d".formatted(random.nextInt(100_000_000))));
    return new LinkRecord(id, out);
  }

  /// The text with one letter changed, lost or swapped.
  static String slip(String text, SplittableRandom random) {
    if (text.length() < 5) {
      return text;
    }
    int at = random.nextInt(1, text.length() - 1);
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + 'x' + text.substring(at + 1);
      default ->
          text.substring(0, at - 1)
              + text.charAt(at)
              + text.charAt(at - 1)
              + text.substring(at + 1);
    };
  }
}
