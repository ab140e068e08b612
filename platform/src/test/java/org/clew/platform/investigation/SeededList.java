package org.clew.platform.investigation;

import java.util.List;
import java.util.SplittableRandom;

/// Makes large lists of invented people, the same for the same seed. Numbers are of the ranges that
/// Ofcom keeps for drama.
final class SeededList {

  static final String HEADINGS =
      "first_name,surname,dob,phone,email,address,city,postcode,country,occupation";

  private static final List<String> SYLLABLES =
      List.of(
          "ma", "ri", "lo", "sa", "ne", "ti", "ka", "du", "be", "no", "fa", "zi", "he", "la", "mo",
          "ru", "ya", "si", "de", "go", "pa", "vi", "ce", "ju", "wa", "ki", "ro", "ta", "le", "ba");
  private static final List<String> RANGES =
      List.of(
          "0113 496 0",
          "0114 496 0",
          "0115 496 0",
          "0116 496 0",
          "0117 496 0",
          "0118 496 0",
          "0121 496 0",
          "0131 496 0",
          "0141 496 0",
          "0151 496 0",
          "0161 496 0",
          "020 7946 0",
          "0191 498 0",
          "028 9649 6",
          "029 2018 0",
          "01632 960",
          "07700 900",
          "03069 990");
  private static final List<String> TOWNS =
      List.of("Easton", "Northgate", "Millbrook", "Harwick", "Saltley", "Overton", "Wexcombe");
  private static final List<String> WORK =
      List.of("farm", "kitchen", "cleaning", "building", "nails", "packing", "care");

  private final SplittableRandom random;

  SeededList(long seed) {
    random = new SplittableRandom(seed);
  }

  String rows(int count) {
    var text = new StringBuilder(HEADINGS).append('\n');
    for (int i = 0; i < count; i++) {
      text.append(row()).append('\n');
    }
    return text.toString();
  }

  String row() {
    String first = name(2);
    String last = name(3);
    return String.join(
        ",",
        first,
        last,
        String.format(
            "%d-%02d-%02d",
            random.nextInt(1950, 2008), random.nextInt(1, 13), random.nextInt(1, 29)),
        phone(),
        first.toLowerCase(java.util.Locale.ROOT) + random.nextInt(1_000) + "@example.org",
        random.nextInt(1, 200) + " " + name(2) + " Street",
        pick(TOWNS),
        "ZZ" + random.nextInt(1, 99) + " " + random.nextInt(1, 9) + "ZZ",
        "GB",
        pick(WORK));
  }

  String phone() {
    return pick(RANGES) + String.format("%03d", random.nextInt(1_000));
  }

  String name(int syllables) {
    var name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(pick(SYLLABLES));
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
