package org.clew.linkage.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Made-up lists, the same for the same seed.
final class Lists {
  private static final List<String> GIVEN =
      List.of(
          "Amina",
          "Hassan",
          "Sipho",
          "Joseph",
          "Mariam",
          "Rekha",
          "Minh",
          "Thuy",
          "Carlos",
          "Lucia",
          "Olena",
          "Dmitro",
          "Grace",
          "Emmanuel",
          "Fatima",
          "Yusuf",
          "Rosa",
          "Tariq",
          "Nadia",
          "Abebe",
          "Selam",
          "Wei",
          "Lin",
          "Peter",
          "Mohammed",
          "Muhammad");
  private static final List<String> TOWNS =
      List.of("Leeds", "Bradford", "Hull", "York", "Derby", "Luton", "Dover", "Ramsgate", "Ely");
  private static final List<String> STREETS =
      List.of("Mill Road", "Station Street", "Harbour Lane", "Park Avenue", "Canal Street");
  private static final List<String> TRADES =
      List.of("Garments", "Textiles", "Footwear", "Seafood", "Cleaning", "Poultry", "Packing");

  private final Random random;

  private Lists(long seed) {
    this.random = new Random(seed);
  }

  /// People, two in three of them once, others up to five times; with them forty of whom nothing is
  /// said but one and the same name.
  static List<List<String>> people(int count, long seed) {
    return new Lists(seed).people(count);
  }

  static final List<String> PEOPLE_HEADINGS =
      List.of("first name", "surname", "dob", "town", "postcode", "email", "phone", "mobile");

  private List<List<String>> people(int count) {
    List<String> surnames = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      surnames.add(word(3));
    }
    List<List<String>> rows = new ArrayList<>();
    while (rows.size() < count) {
      String given = GIVEN.get(common(GIVEN.size()));
      String family = surnames.get(common(surnames.size()));
      String birth =
          "%d-%02d-%02d"
              .formatted(1960 + random.nextInt(45), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String email =
          (given + "." + family + random.nextInt(90) + "@example.org").toLowerCase(Locale.ROOT);
      String phone = "+4477009%05d".formatted(random.nextInt(100_000));
      String other = "+4479110%05d".formatted(random.nextInt(100_000));
      int times = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(5);
      for (int i = 0; i < times; i++) {
        int town = random.nextInt(TOWNS.size());
        boolean turned = random.nextInt(4) == 0;
        rows.add(
            List.of(
                slipped(given, 8),
                slipped(family, 8),
                missing(slipped(birth, 12), 10),
                TOWNS.get(town),
                missing("LS%d %dAB".formatted(town, random.nextInt(10)), 5),
                missing(slipped(email, 15), 2),
                missing(turned ? other : phone, 3),
                missing(turned ? phone : other, 2)));
      }
    }
    for (int i = 0; i < 60; i++) {
      rows.add(List.of("Mohammed", "Ali", "", "", "", "", "", ""));
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  /// Employers with an address and the year they were founded.
  static List<List<String>> employers(int count, long seed) {
    return new Lists(seed).employers(count);
  }

  static final List<String> EMPLOYERS_HEADINGS = List.of("company", "address", "country", "year");

  private List<List<String>> employers(int count) {
    List<List<String>> rows = new ArrayList<>();
    while (rows.size() < count) {
      String name = word(2) + " " + TRADES.get(random.nextInt(TRADES.size()));
      int plot = 1 + random.nextInt(300);
      String street = STREETS.get(random.nextInt(STREETS.size()));
      String year = Integer.toString(1950 + random.nextInt(70));
      int times = 1 + random.nextInt(2) * random.nextInt(3);
      for (int i = 0; i < times; i++) {
        rows.add(
            List.of(
                slipped(name, 8) + (random.nextBoolean() ? " Ltd" : " Limited"),
                "%s %d, %s, %s"
                    .formatted(
                        random.nextBoolean() ? "Plot" : "Plt",
                        plot,
                        street,
                        TOWNS.get(plot % TOWNS.size())),
                "GB",
                missing(year, 3)));
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  /// Small numbers more often than large ones.
  private int common(int most) {
    return (int) (most * Math.pow(random.nextDouble(), 2));
  }

  private String word(int syllables) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      out.append("bdfghklmnprstvz".charAt(random.nextInt(15)));
      out.append("aeiou".charAt(random.nextInt(5)));
    }
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    return out.toString();
  }

  /// One time in so many a neighbour's letters or digits are swapped.
  private String slipped(String text, int oneIn) {
    if (random.nextInt(oneIn) > 0) {
      return text;
    }
    char[] out = text.toCharArray();
    int at = 1 + random.nextInt(out.length - 2);
    if (Character.isLetterOrDigit(out[at]) && Character.isLetterOrDigit(out[at + 1])) {
      char first = out[at];
      out[at] = out[at + 1];
      out[at + 1] = first;
    }
    return new String(out);
  }

  private String missing(String text, int oneIn) {
    return random.nextInt(oneIn) == 0 ? "" : text;
  }
}
