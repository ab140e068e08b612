package org.clew.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.Value;

/// Fictional people, the same for the same seed: names with Zipf's frequencies, phones of the range
/// reserved for fiction (555-01xx), addresses of e-mail at `example.org`.
final class People {
  private static final String[] GIVEN =
      ("Amina Mohammed Maria Jose Fatima Ivan Olga Chen Nguyen Priya Rahul Ahmed Yusuf Aisha Omar "
              + "Elena Sofia Lucas Juan Carlos Ana Luis Pedro Mariam Ibrahim Khadija Hassan Ali Sara "
              + "David John Robert Mary Grace Joy Blessing Samuel Daniel Ruth Esther Abebe Tsegaye "
              + "Selam Dawit Linh Minh Thanh Somchai Malee Nadia Natalia Dmitri Sergei Tatiana Viktor "
              + "Andrei Ioana Mihai Radu Elif Mehmet Ayse Emre Zeynep Leila Reza Farid Nasrin Rashid")
          .split(" ", -1);
  private static final String[] STARTS =
      "ba da ka la ma na ra sa ta va be de ke le me ne re se te bo do ko lo mo no ro so to shi cha"
          .split(" ", -1);
  private static final String[] ENDS =
      "n r l s m d t k ni ri li si no ro lo so nov rov man son ez ian oglu ska".split(" ", -1);
  private static final String[] STREETS =
      "Harbour Mill Station Church Park Victoria Green Long Chapel Orchard Market Bridge"
          .split(" ", -1);

  private final SplittableRandom random;

  People(long seed) {
    random = new SplittableRandom(seed);
  }

  List<LinkRecord> records(int count) {
    List<LinkRecord> out = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      out.add(new LinkRecord(new java.util.UUID(i, random.nextLong()).toString(), values()));
    }
    return out;
  }

  private List<Value> values() {
    List<Value> out = new ArrayList<>();
    String given = GIVEN[zipf(GIVEN.length)];
    String family = family(zipf(40_000));
    out.add(new Value(Kind.NAME, given + " " + family));
    add(out, 0.8, Kind.PHONE, phone());
    String mail = given.charAt(0) + "." + family + random.nextInt(1, 99) + "@example.org";
    add(out, 0.5, Kind.EMAIL, mail.toLowerCase(java.util.Locale.ROOT));
    add(out, 0.6, Kind.BIRTH_DATE, birthDate());
    add(out, 0.7, Kind.PLACE, family(zipf(400)) + "ville");
    String street = family(zipf(3_000)) + " " + STREETS[random.nextInt(STREETS.length)];
    add(out, 0.5, Kind.ADDRESS, random.nextInt(1, 200) + " " + street + " Street");
    add(out, 0.3, Kind.DOCUMENT, "%08d".formatted(random.nextInt(100_000_000)));
    add(out, 0.2, Kind.USERNAME, given + random.nextInt(1000, 9999));
    return out;
  }

  private void add(List<Value> out, double share, Kind kind, String text) {
    if (random.nextDouble() < share) {
      out.add(new Value(kind, text));
    }
  }

  private String phone() {
    return "+1 %d%d%d 555 01%02d"
        .formatted(
            random.nextInt(2, 10), random.nextInt(1, 9), random.nextInt(10), random.nextInt(100));
  }

  private String birthDate() {
    return "%d-%02d-%02d"
        .formatted(random.nextInt(1950, 2012), random.nextInt(1, 13), random.nextInt(1, 29));
  }

  /// A family name by its rank: the same rank is always the same name.
  private static String family(int rank) {
    SplittableRandom own = new SplittableRandom(rank * 31L + 7);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 2 + own.nextInt(2); i++) {
      out.append(STARTS[own.nextInt(STARTS.length)]);
    }
    out.append(ENDS[own.nextInt(ENDS.length)]);
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    return out.toString();
  }

  /// A rank from 0, where rank r is about 1/(r+1) as frequent as rank 0.
  private int zipf(int ranks) {
    return (int) Math.min(ranks - 1.0, Math.exp(random.nextDouble() * Math.log(ranks + 1.0)) - 1);
  }

  /// The text with one letter swapped, lost or changed.
  String mistyped(String text) {
    if (text.length() < 4) {
      return text;
    }
    int at = random.nextInt(1, text.length() - 1);
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
      default ->
          text.substring(0, at - 1)
              + text.charAt(at)
              + text.charAt(at - 1)
              + text.substring(at + 1);
    };
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
