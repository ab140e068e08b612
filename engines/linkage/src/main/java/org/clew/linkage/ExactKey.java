package org.clew.linkage;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a record says in a form that two lists share letter for letter, where both mean the same:
/// for comparing lists that nobody may see side by side. Looser than equal spelling, stricter than
/// a [Match]: nothing is weighed.
///
/// @param way what it was made of
/// @param text the normalised form, never empty
public record ExactKey(Way way, String text) {

  /// What a key is made of, the most telling first.
  public enum Way {
    /// A passport, identity card, permit or case number of five letters and digits or more.
    DOCUMENT,
    /// A phone number with its country, in E.164.
    PHONE,
    /// An e-mail address without tags.
    EMAIL,
    /// A bank, wallet or payment account.
    ACCOUNT,
    /// A vehicle's registration plate.
    VEHICLE,
    /// The name somebody goes by on a service.
    USERNAME,
    /// All names in any order and script, and the birth date, day and month in either order.
    NAME_AND_BIRTH_DATE,
    /// How the names sound (all of them, or first and last), and the birth date as above.
    SOUND_AND_BIRTH_DATE,
    /// The name of an organisation without its legal form, where no person is named.
    ORGANISATION;

    private final String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /// The way in lower case with spaces: `name and birth date`.
    public String words() {
      return words;
    }
  }

  /// Keys made of one record at most; the least telling are left out.
  public static final int MOST = 8;

  private static final int SHORTEST_CODE = 5;
  private static final int SHORTEST_NAME = 4;
  private static final int SHORTEST_SOUND = 4;

  /// The keys of a record, the most telling first, each once.
  ///
  /// @param region ISO 3166 alpha-2 code for phones without a country code, or an empty string:
  ///   then such phones give no key
  public static List<ExactKey> of(LinkRecord record, String region) {
    Prepared prepared = Prepared.of(record.id(), record.values(), region);
    Set<ExactKey> keys = new LinkedHashSet<>();
    prepared.reads().forEach(read -> identifier(read, keys));
    for (Prepared.Read birth : prepared.of(Kind.BIRTH_DATE)) {
      Form.Day day = (Form.Day) birth.form();
      if (day.month() > 0 && day.day() > 0) {
        prepared.of(Kind.NAME).forEach(name -> named((Form.Words) name.form(), day, keys));
      }
    }
    Set<Kind> kinds = prepared.kinds();
    if (!kinds.contains(Kind.NAME) && !kinds.contains(Kind.BIRTH_DATE)) {
      prepared.of(Kind.ORGANISATION_NAME).forEach(name -> organisation(name, keys));
    }
    return keys.stream()
        .sorted((one, other) -> one.way().compareTo(other.way()))
        .limit(MOST)
        .toList();
  }

  private static void identifier(Prepared.Read read, Set<ExactKey> keys) {
    switch (read.form()) {
      case Form.Phone(String digits, Form.Phone.Reach reach) -> {
        if (reach == Form.Phone.Reach.INTERNATIONAL) {
          keys.add(new ExactKey(Way.PHONE, "+" + digits));
        }
      }
      case Form.Email email -> keys.add(new ExactKey(Way.EMAIL, email.address()));
      case Form.Code code -> code(read.kind(), code.code(), keys);
      case Form.Words _, Form.Day _ -> {}
    }
  }

  private static void code(Kind kind, String code, Set<ExactKey> keys) {
    switch (kind) {
      case DOCUMENT -> add(Way.DOCUMENT, code, SHORTEST_CODE, keys);
      case ACCOUNT -> add(Way.ACCOUNT, code, SHORTEST_CODE, keys);
      case VEHICLE -> add(Way.VEHICLE, code, SHORTEST_NAME, keys);
      case USERNAME -> add(Way.USERNAME, code, SHORTEST_NAME, keys);
      default -> {}
    }
  }

  private static void add(Way way, String text, int shortest, Set<ExactKey> keys) {
    if (text.length() >= shortest) {
      keys.add(new ExactKey(way, text));
    }
  }

  private static void named(Form.Words name, Form.Day day, Set<ExactKey> keys) {
    List<Word> words = name.words();
    if (words.size() < 2) {
      return;
    }
    int smaller = Math.min(day.month(), day.day());
    int larger = Math.max(day.month(), day.day());
    String born = " " + filled(day.year(), 4) + "-" + filled(smaller, 2) + "-" + filled(larger, 2);
    keys.add(new ExactKey(Way.NAME_AND_BIRTH_DATE, sorted(words, word -> word.text) + born));
    sound(words, born, keys);
    if (words.size() > 2) {
      sound(List.of(words.getFirst(), words.getLast()), born, keys);
    }
  }

  /// A number with zeros in front.
  private static String filled(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static void sound(List<Word> words, String born, Set<ExactKey> keys) {
    String sounds = sorted(words, word -> word.sound);
    if (sounds.replace(" ", "").length() >= SHORTEST_SOUND) {
      keys.add(new ExactKey(Way.SOUND_AND_BIRTH_DATE, sounds + born));
    }
  }

  private static void organisation(Prepared.Read name, Set<ExactKey> keys) {
    String words = sorted(((Form.Words) name.form()).words(), word -> word.text);
    add(Way.ORGANISATION, words, SHORTEST_NAME, keys);
  }

  private static String sorted(Collection<Word> words, Function<Word, String> part) {
    return words.stream().map(part).sorted().collect(Collectors.joining(" "));
  }
}
