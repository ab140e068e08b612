package org.clew.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// Writes HTML. What is put into a template is text: it is escaped, and signs that nobody sees or
/// that turn the direction of what follows are written out by their number.
public final class Html {
  private static final int LONGEST = 300;

  private final Appendable out;

  /// Writes to the end of something.
  public Html(Appendable out) {
    this.out = out;
  }

  /// Markup of our own that goes into a template as it is.
  public record Markup(String html) {}

  /// Writes a template, with each `{}` replaced by the next value: text, a whole number, or
  /// [Markup].
  public Html add(String template, Object... values) {
    try {
      out.append(fill(template, values));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Markup out of a template, filled as [#add] does.
  public static Markup markup(String template, Object... values) {
    return new Markup(fill(template, values));
  }

  private static String fill(String template, Object... values) {
    StringBuilder filled = new StringBuilder(template.length() + 32);
    int at = 0;
    for (Object value : values) {
      int hole = template.indexOf("{}", at);
      if (hole < 0) {
        throw new IllegalArgumentException("more values than holes: " + template);
      }
      filled.append(template, at, hole);
      switch (value) {
        case Markup markup -> filled.append(markup.html);
        case Integer number -> filled.append(count(number));
        case Long number -> filled.append(count(number));
        case String text -> escape(text, filled);
        default -> throw new IllegalArgumentException("cannot be written: " + value.getClass());
      }
      at = hole + 2;
    }
    if (template.indexOf("{}", at) >= 0) {
      throw new IllegalArgumentException("fewer values than holes: " + template);
    }
    return filled.append(template, at, template.length()).toString();
  }

  /// A cell of the list, in a direction of its own, and not longer than a person reads.
  public static Markup value(String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= LONGEST) {
      return markup("<bdi>{}</bdi>", text);
    }
    String start = text.substring(0, text.offsetByCodePoints(0, LONGEST));
    return markup("<bdi>{}…</bdi> <small>({} characters)</small>", start, length);
  }

  private static void escape(String text, StringBuilder out) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> {
                  if (isUnseen(c)) {
                    out.append("⟨U+%04X⟩".formatted(c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
  }

  /// Controls, halves of characters and what turns directions; what joins letters stays.
  private static boolean isUnseen(int c) {
    boolean joins = c == 0x200C || c == 0x200D;
    int type = Character.getType(c);
    return !joins
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.UNASSIGNED
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }

  /// A whole number with separators.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// About how many.
  public static String about(double number) {
    return number < 9.95 && number != Math.rint(number)
        ? String.format(Locale.ROOT, "%.1f", number)
        : String.format(Locale.ROOT, "%,d", Math.round(number));
  }

  /// Bits with their sign.
  public static String bits(double bits) {
    return String.format(Locale.ROOT, "%+.2f", bits + 0.0).replace('-', '−');
  }

  /// A number with one digit after the point.
  public static String tenths(double number) {
    return String.format(Locale.ROOT, "%.1f", number + 0.0).replace('-', '−');
  }

  /// A share in percent, with as many digits as tell it from none and from all.
  public static String percent(double share) {
    double percent = share * 100;
    if (percent > 99.99 && percent < 100) {
      return "over 99.99\u00a0%";
    }
    if (percent > 0 && percent < 0.01) {
      return "under 0.01\u00a0%";
    }
    boolean fine = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
    return String.format(Locale.ROOT, fine ? "%.2f\u00a0%%" : "%.1f\u00a0%%", percent);
  }

  /// A bar as long as a share of the whole, for a table beside the figure it draws.
  public static Markup share(double share) {
    return markup(
        "<svg class=\"bar\" viewBox=\"0 0 220 18\" aria-hidden=\"true\"><rect class=\"whole\" x=\"0\" y=\"4\""
            + " width=\"220\" height=\"10\"/><rect class=\"for\" x=\"0\" y=\"4\" width=\"{}\" height=\"10\"/></svg>",
        at(Math.clamp(share, 0, 1) * 220));
  }

  /// A number for the geometry of a drawing.
  public static Markup at(double number) {
    String plain = String.format(Locale.ROOT, "%.1f", number + 0.0);
    return new Markup(plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain);
  }
}
