package org.clew.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A made-up list of people, of whom many stand in it twice, with slips and gaps as lists have
/// them.
final class RehearsedPeople {
  private static final String HEADINGS =
      "number,given name,family name,birth date,city,postcode,e-mail,phone\n";
  private static final String[] SYLLABLES = {
    "ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "ze", "sha", "tri", "gol"
  };
  private static final int EMAIL = 5;
  private static final int PHONE = 6;

  private final SplittableRandom random = new SplittableRandom(1);

  private RehearsedPeople() {}

  /// The list as CSV; the same for the same number of rows.
  static String list(int rows) {
    var all = new RehearsedPeople();
    var out = new StringBuilder(HEADINGS);
    List<String[]> people = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      boolean known = row > 0 && all.random.nextInt(9) < 4;
      String[] person = known ? people.get(all.random.nextInt(people.size())) : all.person(row);
      if (!known) {
        people.add(person);
      }
      out.append("p").append(row).append(',').append(all.written(person)).append('\n');
    }
    return out.toString();
  }

  private String[] person(int number) {
    String given = name(2, 20);
    String family = name(3, 40);
    return new String[] {
      given,
      family,
      String.format(
          Locale.ROOT,
          "%d-%02d-%02d",
          1950 + random.nextInt(60),
          1 + random.nextInt(12),
          1 + random.nextInt(28)),
      name(3, 5) + "ville",
      Integer.toString(10_000 + random.nextInt(9_000)),
      given.toLowerCase(Locale.ROOT) + "." + family.substring(1, 3) + number + "@example.org",
      String.format(Locale.ROOT, "+1 202 %03d %04d", random.nextInt(1_000), random.nextInt(10_000))
    };
  }

  /// A name, the common ones often.
  private String name(int syllables, int many) {
    var seeded = new SplittableRandom(random.nextInt(1 + random.nextInt(many * many)) * 31L + many);
    var out = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      out.append(SYLLABLES[seeded.nextInt(SYLLABLES.length)]);
    }
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    return out.toString();
  }

  private String written(String[] person) {
    String[] cells = person.clone();
    for (int i = 0; i < cells.length; i++) {
      int lot = random.nextInt(100);
      boolean rare = i == EMAIL || i == PHONE;
      if (lot < (rare ? 40 : 6)) {
        cells[i] = "";
      } else if (lot > 92) {
        int at = 1 + random.nextInt(cells[i].length() - 1);
        cells[i] = cells[i].substring(0, at) + cells[i].substring(at + 1);
      }
    }
    return String.join(",", cells);
  }
}
