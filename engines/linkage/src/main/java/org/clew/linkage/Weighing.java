package org.clew.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.clew.linkage.Prepared.Read;

/// Turns two records into evidence, field by field (Fellegi & Sunter 1969, with value frequencies
/// after Winkler 1989). The same whichever record is asked about.
final class Weighing {
  private static final Comparator<Evidence> STRONGEST =
      (a, b) -> {
        int bits = Double.compare(b.bits(), a.bits());
        return bits != 0 ? bits : Weighing.TEXT.compare(a, b);
      };

  private static final Comparator<Evidence> TEXT =
      Comparator.comparing(Evidence::kind)
          .thenComparing(Evidence::asked)
          .thenComparing(Evidence::found);

  private Weighing() {}

  private record Pair(Read asked, Read found, Outcome outcome) {}

  private static final Comparator<Pair> BEST =
      Comparator.<Pair>comparingDouble(pair -> -pair.outcome.bits()).thenComparing(Weighing::text);

  private static String text(Pair pair) {
    String a = pair.asked.value().text();
    String b = pair.found.value().text();
    return a.compareTo(b) < 0 ? a + '\n' + b : b + '\n' + a;
  }

  /// All evidence, strongest first: what disagrees counts against.
  static List<Evidence> all(Prepared asked, Prepared found, Counts counts) {
    List<Evidence> out = new ArrayList<>(8);
    names(asked, found, counts, out);
    List<Read> left = asked.reads();
    List<Read> right = found.reads();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      Kind kind = left.get(i).kind();
      int order = kind.compareTo(right.get(j).kind());
      if (order != 0) {
        i += order < 0 ? 1 : 0;
        j += order > 0 ? 1 : 0;
        continue;
      }
      int endLeft = asked.end(i, kind);
      int endRight = found.end(j, kind);
      if (kind.compareTo(Kind.FAMILY_NAME) <= 0) {
        // names were weighed together above
      } else if (endLeft - i == 1 && endRight - j == 1) {
        one(kind, left.get(i), right.get(j), counts, out);
      } else {
        kind(kind, left.subList(i, endLeft), right.subList(j, endRight), counts, out);
      }
      i = endLeft;
      j = endRight;
    }
    dampenPlaces(out);
    out.sort(STRONGEST);
    return out;
  }

  private static void names(Prepared asked, Prepared found, Counts counts, List<Evidence> out) {
    List<Evidence> whole = new ArrayList<>(1);
    if (!asked.isSplit() || !found.isSplit()) {
      kind(Kind.NAME, asked.of(Kind.NAME), found.of(Kind.NAME), counts, out);
      return;
    }
    List<Evidence> parts = new ArrayList<>(2);
    for (Kind kind : List.of(Kind.GIVEN_NAME, Kind.FAMILY_NAME)) {
      kind(kind, asked.of(kind), found.of(kind), counts, parts);
    }
    boolean different = parts.stream().anyMatch(part -> part.bits() < 0);
    if (different || parts.isEmpty()) {
      kind(Kind.NAME, asked.of(Kind.NAME), found.of(Kind.NAME), counts, whole);
    }
    boolean turned =
        whole.stream()
            .anyMatch(
                name -> name.agreement() != Agreement.PARTIAL && name.bits() > sum(parts) + 1);
    out.addAll(turned || parts.isEmpty() ? whole : parts);
  }

  private static double sum(List<Evidence> evidence) {
    double bits = 0;
    for (Evidence each : evidence) {
      bits += each.bits();
    }
    return bits;
  }

  private static void one(Kind kind, Read a, Read b, Counts counts, List<Evidence> out) {
    add(new Pair(a, b, Field.of(kind).compare(kind, a.form(), b.form(), counts)), out);
  }

  private static void kind(
      Kind kind, List<Read> asked, List<Read> found, Counts counts, List<Evidence> out) {
    if (asked.isEmpty() || found.isEmpty()) {
      return;
    }
    if (asked.size() == 1 && found.size() == 1) {
      one(kind, asked.getFirst(), found.getFirst(), counts, out);
      return;
    }
    Field field = Field.of(kind);
    List<Pair> pairs = new ArrayList<>(asked.size() * found.size());
    for (Read a : asked) {
      for (Read b : found) {
        pairs.add(new Pair(a, b, field.compare(kind, a.form(), b.form(), counts)));
      }
    }
    pairs.sort(BEST);
    choose(kind, pairs, out);
  }

  /// The best pair; and for identifiers, of which people have several, every further pair of other
  /// values that agree. One that agrees outweighs any that do not.
  private static void choose(Kind kind, List<Pair> pairs, List<Evidence> out) {
    List<Read> askedUsed = new ArrayList<>();
    List<Read> foundUsed = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean free = !askedUsed.contains(pair.asked) && !foundUsed.contains(pair.found);
      if (askedUsed.isEmpty() || (addsUp(kind) && pair.outcome.agrees() && free)) {
        askedUsed.add(pair.asked);
        foundUsed.add(pair.found);
        add(pair, out);
      }
    }
  }

  private static boolean addsUp(Kind kind) {
    return switch (kind) {
      case PHONE, EMAIL, ACCOUNT, DOCUMENT, VEHICLE, USERNAME, ADDRESS -> true;
      default -> false;
    };
  }

  private static void add(Pair pair, List<Evidence> out) {
    Outcome outcome = pair.outcome;
    double bits = Model.step(outcome.bits());
    if (bits != 0 || outcome.agrees()) {
      String asked = pair.asked.value().text();
      String found = pair.found.value().text();
      Kind kind = pair.asked.kind();
      out.add(new Evidence(kind, asked, found, outcome.agreement(), bits, outcome.frequency()));
    }
  }

  /// The match with the same value told from the same value written in another way.
  static Match told(Match match) {
    List<Evidence> evidence = match.evidence().stream().map(Weighing::told).toList();
    return Match.of(match.id(), match.prior(), evidence);
  }

  private static Evidence told(Evidence each) {
    boolean same =
        each.agreement() != Agreement.EXACT || squash(each.asked()).equals(squash(each.found()));
    return same
        ? each
        : new Evidence(
            each.kind(),
            each.asked(),
            each.found(),
            Agreement.SAME_WRITTEN_DIFFERENTLY,
            each.bits(),
            each.frequency());
  }

  /// Letters and digits in lower case: what is left when case, spaces and marks are not counted.
  private static String squash(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '+' || c == '@') {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /// A town follows from its postcode, and both from the address: of places that agree the best
  /// counts in full and the others by a quarter. Of people with one family name and other given
  /// names the best counts by half: a household shares both.
  private static void dampenPlaces(List<Evidence> evidence) {
    double best = 0;
    int at = -1;
    for (int i = 0; i < evidence.size(); i++) {
      Evidence each = evidence.get(i);
      if (isPlace(each.kind()) && each.bits() > best) {
        best = each.bits();
        at = i;
      }
    }
    boolean household = at >= 0 && isHousehold(evidence);
    for (int i = 0; i < evidence.size(); i++) {
      Evidence each = evidence.get(i);
      if (isPlace(each.kind()) && each.bits() > 0 && (i != at || household)) {
        evidence.set(i, dampened(each, i == at ? 0.5 : 0.25));
      }
    }
  }

  private static boolean isHousehold(List<Evidence> evidence) {
    boolean otherGiven = false;
    boolean sameFamily = false;
    for (Evidence each : evidence) {
      otherGiven |= each.kind() == Kind.GIVEN_NAME && each.bits() < 0;
      sameFamily |= each.kind() == Kind.FAMILY_NAME && each.bits() > 0;
    }
    return otherGiven && sameFamily;
  }

  private static Evidence dampened(Evidence each, double share) {
    return new Evidence(
        each.kind(),
        each.asked(),
        each.found(),
        each.agreement(),
        Math.max(Model.step(each.bits() * share), Model.step(0.01)),
        each.frequency());
  }

  /// Whether values of a kind say where.
  static boolean isPlace(Kind kind) {
    return switch (kind) {
      case ADDRESS, PLACE, POSTCODE, COUNTRY -> true;
      default -> false;
    };
  }

  /// Evidence of readings that agree with anything on record; of readings of the same characters
  /// the strongest.
  static List<Evidence> any(Prepared readings, Prepared found, Counts counts) {
    List<Evidence> agreeing = new ArrayList<>();
    for (Read reading : readings.reads()) {
      for (Kind kind : counterparts(reading.kind(), found)) {
        kind(kind, List.of(reading), found.of(kind), counts, agreeing);
      }
    }
    agreeing.removeIf(evidence -> evidence.bits() <= 0);
    agreeing.sort(STRONGEST);
    List<Evidence> out = new ArrayList<>(agreeing.size());
    List<String> used = new ArrayList<>();
    for (Evidence evidence : agreeing) {
      String characters = squash(evidence.asked());
      if (used.stream().noneMatch(other -> overlap(other, characters))) {
        used.add(characters);
        out.add(evidence);
      }
    }
    dampenPlaces(out);
    return out;
  }

  /// A given or family name asked about alone is looked for in whole names too.
  private static List<Kind> counterparts(Kind kind, Prepared found) {
    boolean part = kind == Kind.GIVEN_NAME || kind == Kind.FAMILY_NAME;
    return part && !found.isSplit() ? List.of(Kind.NAME) : List.of(kind);
  }

  private static boolean overlap(String a, String b) {
    return a.contains(b) || b.contains(a);
  }
}
