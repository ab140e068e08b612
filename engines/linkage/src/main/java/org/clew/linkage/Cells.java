package org.clew.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the cells of a column look like, whatever its heading says.
final class Cells {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().\\-/]{7,20}");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  /// With a currency or decimals: a bare whole number may as well number the row.
  private static final Pattern PRICE =
      Pattern.compile(
          "(?U)(?:\\p{Sc}|[A-Z]{3} )\\s*\\d[\\d.,]*|\\d[\\d.,]*\\s*\\p{Sc}|\\d[\\d,]*\\.\\d+");

  private static final Pattern PERSON =
      Pattern.compile("(?U)\\p{Lu}[\\p{L}.'’-]*(?: [\\p{L}.'’-]+){1,4}");
  private static final Pattern BETWEEN_PEOPLE = Pattern.compile("\\s*[;,|&]\\s*|\\s+and\\s+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// Words from which a cell tells something, and from which it is more than a title.
  private static final double TITLE_WORDS = 3;

  private static final double TEXT_WORDS = 15;

  private Cells() {}

  static Optional<Kind> kind(List<String> samples) {
    if (share(samples, cell -> EMAIL.matcher(cell).matches()) >= 0.8) {
      return Optional.of(Kind.EMAIL);
    }
    boolean plus = samples.stream().anyMatch(sample -> sample.startsWith("+"));
    if (plus && share(samples, cell -> PHONE.matcher(cell).matches()) >= 0.8) {
      return Optional.of(Kind.PHONE);
    }
    if (share(samples, cell -> PRICE.matcher(cell).matches()) >= 0.8) {
      return Optional.of(Kind.NUMBER);
    }
    if (share(samples, Cells::isAddress) >= 0.6) {
      return Optional.of(Kind.ADDRESS);
    }
    if (share(samples, Cells::arePeople) >= 0.8) {
      boolean several = share(samples, cell -> people(cell).length > 1) >= 0.2;
      return several ? Optional.of(Kind.NAME) : Optional.empty();
    }
    return words(samples);
  }

  private static Optional<Kind> words(List<String> samples) {
    double words = meanWords(samples);
    boolean various = samples.stream().distinct().count() * 2 > samples.size();
    if (!various || words < TITLE_WORDS) {
      return Optional.empty();
    }
    return Optional.of(words < TEXT_WORDS ? Kind.TITLE : Kind.TEXT);
  }

  /// Whether names are those of products and the like: of many words, or with numbers.
  static boolean nameThings(List<String> samples) {
    if (share(samples, Cells::arePeople) >= 0.6) {
      return false;
    }
    boolean numbered = share(samples, cell -> cell.chars().anyMatch(Character::isDigit)) >= 0.3;
    return numbered || meanWords(samples) >= 5;
  }

  /// Whether titles are forms of address: Mr, Dr.
  static boolean areForms(List<String> samples) {
    return !samples.isEmpty() && meanWords(samples) < 1.5;
  }

  static boolean areLinks(List<String> samples) {
    return share(samples, cell -> LINK.matcher(cell).matches()) >= 0.8;
  }

  private static double meanWords(List<String> samples) {
    return samples.stream().mapToInt(cell -> SPACE.split(cell, -1).length).average().orElse(0);
  }

  private static boolean isAddress(String cell) {
    List<String> words = Romanised.words(cell.toLowerCase(Locale.ROOT));
    boolean number = words.stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
    return number && words.stream().anyMatch(Vocabulary::isOfAddresses);
  }

  private static String[] people(String cell) {
    return BETWEEN_PEOPLE.split(cell, -1);
  }

  private static boolean arePeople(String cell) {
    return Arrays.stream(people(cell)).allMatch(PERSON.asMatchPredicate());
  }

  private static double share(List<String> samples, Predicate<String> fitting) {
    long count = samples.stream().filter(fitting).count();
    return samples.isEmpty() ? 0 : (double) count / samples.size();
  }
}
