package org.clew.linkage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a helpline worker types while somebody is on the line.
public final class FreeText {
  private static final int MOST = 24;
  private static final Pattern SPOKEN_AT =
      Pattern.compile("(?i)\\s*[\\[(]\\s*at\\s*[\\])]\\s*|\\s+at\\s+(?=\\S+\\s*(?:\\.|\\sdot\\s))");
  private static final Pattern SPOKEN_DOT =
      Pattern.compile("(?i)\\s*[\\[(]\\s*dot\\s*[\\])]\\s*|\\s+dot\\s+");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),;]+@[^\\s@<>\"(),;]+\\.[^\\s@<>\"(),;]+");
  private static final Pattern USERNAME = Pattern.compile("(?<![\\w.])@([\\w.\\-]{2,40})");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}])[+(]?\\p{Nd}(?:[\\s().\\-/]{0,3}\\p{Nd}){3,19}(?![\\p{L}\\p{Nd}])");
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\p{Nd})(?:\\p{Nd}{4}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}|\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}[-/.](?:\\p{Nd}{4}|\\p{Nd}{2}))(?!\\p{Nd})");
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\w@.])(?=[A-Za-z\\-]{0,12}\\d)[A-Za-z\\d][A-Za-z\\d\\-]{2,23}(?![\\w@])");
  private static final Pattern PLATE =
      Pattern.compile(
          "(?i)(?<!\\w)(?:[a-z]{1,3}[ -]?\\d{1,4}[ -]?[a-z]{0,3}|\\d{1,4}[ -]?[a-z]{1,3}[ -]?\\d{0,4})(?!\\w)");
  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\w@.])(?=\\p{L}+[\\d_])\\p{L}[\\w]{2,39}(?![\\w@])");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}");
  private static final Pattern SPLIT = Pattern.compile("\\s*[,;|\\n]\\s*");

  private FreeText() {}

  /// What the text may be: a phone in any spelling or only its ending, an e-mail address, an
  /// `@username`, a plate, a document, a date, a name, an address. Several readings of the same
  /// characters are usual; [LinkIndex#queryAny] takes them all.
  ///
  /// @param typed as typed, several things at once at will
  /// @param region ISO 3166 alpha-2 code for phones without a country code, or an empty string
  /// @return the readings, the likeliest first; none for blank text
  public static List<Value> read(String typed, String region) {
    String text = Written.clean(typed.replace('\n', ','));
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return List.of();
    }
    Set<Value> out = new LinkedHashSet<>();
    String rest = emails(text, out);
    rest = take(USERNAME, rest, Kind.USERNAME, 1, out);
    rest = dates(rest, region, out);
    rest = phones(rest, region, out);
    codes(rest, out);
    words(rest, out);
    return out.stream().limit(MOST).toList();
  }

  private static String emails(String text, Set<Value> out) {
    String plain = SPOKEN_DOT.matcher(SPOKEN_AT.matcher(text).replaceAll("@")).replaceAll(".");
    boolean spoken = EMAIL.matcher(plain).find();
    return spoken ? take(EMAIL, plain, Kind.EMAIL, 0, out) : text;
  }

  private static String take(Pattern pattern, String text, Kind kind, int group, Set<Value> out) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String found = matcher.group(group);
      out.add(new Value(kind, found));
      if (kind == Kind.USERNAME) {
        out.add(new Value(Kind.ACCOUNT, found));
      }
    }
    return matcher.replaceAll(" , ");
  }

  private static String dates(String text, String region, Set<Value> out) {
    Matcher matcher = DATE.matcher(text);
    while (matcher.find()) {
      if (Days.read(matcher.group(), region).flatMap(Days::iso).isPresent()) {
        out.add(new Value(Kind.BIRTH_DATE, matcher.group()));
      }
    }
    return text;
  }

  /// Digits may also be an account, a document, or where a year a date.
  private static String phones(String text, String region, Set<Value> out) {
    Matcher matcher = PHONE.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (matcher.find()) {
      String found = matcher.group();
      if (Phones.read(found, region).isPresent()) {
        out.add(new Value(Kind.PHONE, found));
      }
      if (Written.digits(found).length() == found.length()) {
        out.add(new Value(Kind.DOCUMENT, found));
        out.add(new Value(Kind.ACCOUNT, found));
        year(found, region, out);
      }
      boolean whole = Written.digits(found).length() >= 7;
      matcher.appendReplacement(rest, whole ? " , " : Matcher.quoteReplacement(found));
    }
    return matcher.appendTail(rest).toString();
  }

  private static void year(String found, String region, Set<Value> out) {
    boolean year = found.length() == 4 && (found.startsWith("19") || found.startsWith("20"));
    if (year && Days.read(found, region).isPresent()) {
      out.add(new Value(Kind.BIRTH_DATE, found));
    }
  }

  private static void codes(String text, Set<Value> out) {
    Matcher plate = PLATE.matcher(text);
    while (plate.find()) {
      if (Written.capitalsAndDigits(plate.group()).length() >= 4) {
        out.add(new Value(Kind.VEHICLE, plate.group().strip()));
      }
    }
    Matcher handle = HANDLE.matcher(text);
    while (handle.find()) {
      out.add(new Value(Kind.USERNAME, handle.group()));
    }
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      boolean letters = LETTERS.matcher(code.group()).find();
      if (letters && code.group().length() >= 4) {
        out.add(new Value(Kind.DOCUMENT, code.group()));
        out.add(new Value(Kind.VEHICLE, code.group()));
        out.add(new Value(Kind.ACCOUNT, code.group()));
      }
    }
  }

  private static void words(String text, Set<Value> out) {
    List<String> parts = new ArrayList<>();
    for (String part : SPLIT.split(text, -1)) {
      if (LETTERS.matcher(part).find()) {
        parts.add(part.strip());
      }
    }
    for (String part : parts) {
      boolean numbers = part.codePoints().anyMatch(Character::isDigit);
      if (!numbers) {
        out.add(new Value(Kind.NAME, part));
        out.add(new Value(Kind.ORGANISATION_NAME, part));
        if (part.indexOf(' ') < 0) {
          out.add(new Value(Kind.USERNAME, part));
        }
        out.add(new Value(Kind.PLACE, part));
      } else {
        out.add(new Value(Kind.ADDRESS, part));
        out.add(new Value(Kind.ORGANISATION_NAME, part));
        String letters = part.replaceAll("[\\p{L}\\-]*\\p{Nd}[\\p{L}\\p{Nd}\\-]*", " ").strip();
        if (letters.length() > 2) {
          out.add(new Value(Kind.NAME, letters));
        }
      }
    }
    if (parts.size() > 1) {
      out.add(new Value(Kind.ADDRESS, String.join(" ", parts)));
    }
  }
}
