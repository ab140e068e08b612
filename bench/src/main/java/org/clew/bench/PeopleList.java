package org.clew.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/// A list of fictional people who stand in it once or several times, each time a little different,
/// with the truth in a column. The same seed gives the same bytes. Rates are in `bench/README.md`.
final class PeopleList {
  private static final String[] STARTS =
      "ba da ka la ma na ra sa ta va be de ke le me ne re se te bo do ko lo mo no ro so to shi cha ju li"
          .split(" ", -1);
  private static final String[] ENDS =
      "n r l s m d t k ni ri li si no ro lo so nov rov man son ez ian oglu ska".split(" ", -1);
  private static final String[] HOSTS = {
    "example.org", "mail.example.org", "example.com", "post.example.net", "example.net"
  };

  private static final int GIVEN_NAMES = 8_000;
  private static final int SURNAMES = 60_000;
  private static final int CITIES = 600;
  private static final double ALONE = 0.55;
  private static final int MOST_TIMES = 10;
  private static final double TYPO = 0.12;
  private static final double DATE_ERROR = 0.10;
  private static final double MOVE = 0.10;

  private final SplittableRandom random;
  private final Writer out;

  /// Who somebody is, before anything was mistyped.
  private record Person(
      long number,
      String given,
      String family,
      int born,
      int city,
      int district,
      String email,
      String phone) {}

  private PeopleList(long seed, Writer out) {
    this.random = new SplittableRandom(seed);
    this.out = out;
  }

  static void write(Path file, int rows, long seed) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,first_name,surname,birth_date,city,postcode,email,phone,entity\n");
      new PeopleList(seed, out).write(rows);
    }
  }

  /// Rows of one person do not stand together: people wait in a pool from which they are drawn.
  private void write(int rows) throws IOException {
    Person[] pool = new Person[Math.min(rows, 50_000)];
    int[] left = new int[pool.length];
    long people = 0;
    for (int row = 0; row < rows; row++) {
      int at = random.nextInt(pool.length);
      if (left[at] == 0) {
        pool[at] = person(people++);
        left[at] = times();
      }
      left[at]--;
      row(row, pool[at]);
    }
  }

  /// How often somebody stands in the list: once for 55 %, else 2 to 10 times, less often the more.
  private int times() {
    if (random.nextDouble() < ALONE) {
      return 1;
    }
    int times = 2;
    while (times < MOST_TIMES && random.nextDouble() < 0.5) {
      times++;
    }
    return times;
  }

  private Person person(long number) {
    String given = name(zipf(GIVEN_NAMES), 3);
    String family = name(zipf(SURNAMES), 7);
    String email =
        switch (random.nextInt(3)) {
          case 0 -> given + "." + family + random.nextInt(1, 100);
          case 1 -> given.charAt(0) + family + random.nextInt(1, 1000);
          default -> given + random.nextInt(1900, 2012) + family.charAt(0);
        };
    int born =
        random.nextInt(1940, 2010) * 10_000 + random.nextInt(1, 13) * 100 + random.nextInt(1, 29);
    return new Person(
        number,
        given,
        family,
        born,
        zipf(CITIES),
        random.nextInt(100),
        email + "@" + HOSTS[random.nextInt(HOSTS.length)],
        String.format(
            Locale.ROOT,
            "+1%d%02d555%04d",
            random.nextInt(2, 10),
            random.nextInt(100),
            random.nextInt(10_000)));
  }

  private void row(int row, Person person) throws IOException {
    int city = person.city;
    int district = person.district;
    if (random.nextDouble() < MOVE) {
      city = zipf(CITIES);
      district = random.nextInt(100);
    }
    String[] cells = {
      "r" + row,
      missing(0.02) ? "" : capital(typo(person.given, TYPO)),
      missing(0.02) ? "" : capital(typo(person.family, TYPO)),
      missing(0.10) ? "" : date(person.born),
      missing(0.10) ? "" : capital(typo(name(city, 11) + "ville", 0.04)),
      missing(0.20) ? "" : postcode(city, district),
      missing(0.45) ? "" : typo(person.email, 0.05),
      missing(0.40) ? "" : phone(person.phone),
      Long.toString(person.number)
    };
    out.write(String.join(",", cells));
    out.write('\n');
  }

  private boolean missing(double share) {
    return random.nextDouble() < share;
  }

  private String date(int born) {
    int year = born / 10_000;
    int month = born / 100 % 100;
    int day = born % 100;
    if (random.nextDouble() < DATE_ERROR) {
      switch (random.nextInt(4)) {
        case 0 -> day = random.nextInt(1, 29);
        case 1 -> month = random.nextInt(1, 13);
        case 2 -> year += random.nextInt(2) == 0 ? 1 : -1;
        default -> {
          boolean possible = day <= 12;
          int before = month;
          month = possible ? day : month;
          day = possible ? before : random.nextInt(1, 29);
        }
      }
    }
    return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
  }

  private static String postcode(int city, int district) {
    return String.format(Locale.ROOT, "%03d%02d", 100 + city, district);
  }

  private String phone(String phone) {
    if (random.nextDouble() >= 0.04) {
      return phone;
    }
    int at = random.nextInt(8, phone.length());
    return phone.substring(0, at) + random.nextInt(10) + phone.substring(at + 1);
  }

  private static String capital(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /// One letter changed, lost, doubled or swapped with its neighbour.
  private String typo(String text, double share) {
    if (random.nextDouble() >= share || text.length() < 3) {
      return text;
    }
    int at = random.nextInt(1, text.length() - 1);
    String before = text.substring(0, at);
    String after = text.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + (char) ('a' + random.nextInt(26)) + after;
      case 2 -> before + text.charAt(at) + text.charAt(at) + after;
      default -> before.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + after;
    };
  }

  /// A name by its rank: the same rank is always the same name.
  private static String name(int rank, long kind) {
    SplittableRandom own = new SplittableRandom(rank * 31L + kind);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 2 + own.nextInt(2); i++) {
      name.append(STARTS[own.nextInt(STARTS.length)]);
    }
    return name.append(ENDS[own.nextInt(ENDS.length)]).toString();
  }

  /// A rank from 0, where rank r is about 1/(r+1) as frequent as rank 0.
  private int zipf(int ranks) {
    return (int) Math.min(ranks - 1.0, Math.exp(random.nextDouble() * Math.log(ranks + 1.0)) - 1);
  }
}
