package org.clew.linkage;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.clew.linkage.Form.Code;

/// Documents, plates, accounts and usernames: letters and digits in order, where letters and digits
/// that look alike (O and 0, I and 1) are a likely slip.
final class Codes implements Field {
  static final Codes FIELD = new Codes();

  private static final int LONGEST = 64;
  private static final int ENDING = 4;
  private static final Pattern PROFILE_LINK =
      Pattern.compile("^(?:https?://)?(?:[\\w-]+\\.)+[a-z]{2,}/(?:@|in/|u/|user/)?([^/?#\\s]+).*$");

  private Codes() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    return code(kind, cleaned)
        .map(code -> new Code(code, kind == Kind.USERNAME ? letters(code) : look(code)));
  }

  /// The normalised form.
  static Optional<String> code(Kind kind, String cleaned) {
    String code = kind == Kind.USERNAME ? username(cleaned) : Written.capitalsAndDigits(cleaned);
    boolean usable = code.length() >= 2 && code.length() <= LONGEST;
    return usable ? Optional.of(code) : Optional.empty();
  }

  private static String username(String cleaned) {
    String lower = cleaned.toLowerCase(Locale.ROOT);
    String name = PROFILE_LINK.matcher(lower).replaceFirst("$1");
    int start = 0;
    while (start < name.length() && "@/ ".indexOf(name.charAt(start)) >= 0) {
      start++;
    }
    String bare = name.substring(start).replace(" ", "");
    return bare.codePoints().anyMatch(Character::isLetterOrDigit) ? bare : "";
  }

  static String look(String code) {
    StringBuilder out = new StringBuilder(code.length());
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      out.append(
          switch (c) {
            case 'O', 'Q', 'D' -> '0';
            case 'I', 'L' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'B' -> '8';
            case 'G' -> '6';
            default -> c;
          });
    }
    return code.contentEquals(out) ? code : out.toString();
  }

  private static String letters(String username) {
    StringBuilder out = new StringBuilder(username.length());
    username.codePoints().filter(Character::isLetter).forEach(out::appendCodePoint);
    return out.isEmpty() ? username : out.toString();
  }

  @Override
  public void keys(Kind kind, Form form, LongConsumer sink) {
    Code code = (Code) form;
    String text = code.code();
    sink.accept(Keys.of(kind, Keys.Way.LOOK, code.look()));
    if (kind == Kind.USERNAME) {
      sink.accept(whole(kind, code));
    }
    if (text.length() >= ENDING) {
      sink.accept(ending(kind, text));
    }
    if (text.length() >= 6) {
      sink.accept(front(kind, text));
    }
  }

  /// What the code is counted under. Codes that look alike are counted as one; usernames, of which
  /// only the letters are compared that way, are not.
  private static long whole(Kind kind, Code code) {
    return kind == Kind.USERNAME
        ? Keys.of(kind, Keys.Way.WHOLE, code.code())
        : Keys.of(kind, Keys.Way.LOOK, code.look());
  }

  private static long ending(Kind kind, String text) {
    return Keys.of(kind, Keys.Way.ENDING, text.substring(text.length() - ENDING));
  }

  private static long front(Kind kind, String text) {
    return Keys.of(kind, Keys.Way.FRONT, text.substring(0, Math.min(5, text.length())));
  }

  @Override
  public Outcome compare(Kind kind, Form asked, Form found, Counts counts) {
    Code a = (Code) asked;
    Code b = (Code) found;
    Model model = Model.of(kind);
    if (a.code().equals(b.code())) {
      long whole = whole(kind, b);
      double u = counts.chance(kind, whole);
      return new Outcome(Agreement.EXACT, Model.bits(model.exact(), u), counts.of(whole));
    }
    boolean alike = a.look().equals(b.look()) && a.look().length() >= 4;
    if (alike || isOneSlip(a.code(), b.code())) {
      long whole = whole(kind, b);
      return new Outcome(
          Agreement.CLOSE_SPELLING, Model.bits(0.1, slip(kind, a, b, counts)), counts.of(whole));
    }
    String longer = a.code().length() > b.code().length() ? a.code() : b.code();
    String shorter = longer.equals(a.code()) ? b.code() : a.code();
    if (shorter.length() >= ENDING && longer.endsWith(shorter)) {
      long key = ending(kind, shorter);
      double share = counts.others(key) / (counts.holders(kind) + 1.0);
      double u = Math.max(1.2 * Math.pow(10, -shorter.length()), share);
      return new Outcome(Agreement.ENDS_WITH, Model.bits(0.5, Math.min(u, 0.4)), counts.of(key));
    }
    return Outcome.different(model);
  }

  /// One slip of the hand, in a code long enough that its neighbours are not other people's.
  private static boolean isOneSlip(String a, String b) {
    return Math.min(a.length(), b.length()) >= 6 && Spelling.within(a, b, 1);
  }

  /// u of being one slip away: high where codes are given out in sequence.
  private static double slip(Kind kind, Code a, Code b, Counts counts) {
    double near =
        (counts.others(front(kind, a.code())) + counts.others(front(kind, b.code()))) / 2.0;
    double holders = counts.holders(kind) + 1.0;
    double alike = counts.others(Keys.of(kind, Keys.Way.LOOK, b.look())) / holders;
    return Math.min(0.05, 2e-5 + alike + 0.03 * near / holders);
  }
}
