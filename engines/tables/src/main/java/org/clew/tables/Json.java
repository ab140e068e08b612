package org.clew.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A JSON text (RFC 8259), read strictly: names once, numbers finite, nothing after the end, and no
/// deeper than what people keep in such files is.
public sealed interface Json {

  /// The most characters a text may have.
  int MOST = 4 << 20;

  /// Members in the order in which they stand.
  record Members(Map<String, Json> all) implements Json {}

  /// Values in their order.
  record Items(List<Json> all) implements Json {}

  /// A text without its quotes.
  record Text(String text) implements Json {}

  /// A number.
  ///
  /// @param written as it stands, so that no digit of a whole number is lost
  record Numeral(String written) implements Json {}

  /// `true`, `false` or `null`.
  enum Word implements Json {
    TRUE,
    FALSE,
    NULL
  }

  /// Not JSON; the message says where.
  final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /// Reads a whole text.
  ///
  /// @throws Malformed when it is not one JSON value
  static Json read(String text) throws Malformed {
    if (text.length() > MOST) {
      throw new Malformed("It has more than %,d characters.".formatted(MOST));
    }
    return new Reader(text).whole();
  }

  /// Reads one text from its beginning.
  final class Reader {
    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private Json whole() throws Malformed {
      Json out = value(0);
      space();
      if (at < text.length()) {
        throw wrong("the end");
      }
      return out;
    }

    private Malformed wrong(String awaited) {
      int line = 1;
      for (int i = 0; i < Math.min(at, text.length()); i++) {
        line += text.charAt(i) == '\n' ? 1 : 0;
      }
      return new Malformed(
          at >= text.length()
              ? "It breaks off in line %d.".formatted(line)
              : "Line %d is not JSON: %s was to come.".formatted(line, awaited));
    }

    private void space() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private char next() {
      space();
      return at < text.length() ? text.charAt(at) : 0;
    }

    private void take(char wanted) throws Malformed {
      if (next() != wanted) {
        throw wrong("'" + wanted + "'");
      }
      at++;
    }

    private Json value(int depth) throws Malformed {
      if (depth > DEEPEST) {
        throw new Malformed("It is nested too deeply.");
      }
      return switch (next()) {
        case '{' -> members(depth);
        case '[' -> items(depth);
        case '"' -> new Text(string());
        case 't' -> word("true", Word.TRUE);
        case 'f' -> word("false", Word.FALSE);
        case 'n' -> word("null", Word.NULL);
        default -> number();
      };
    }

    private Json word(String word, Word meant) throws Malformed {
      if (!text.startsWith(word, at)) {
        throw wrong("a value");
      }
      at += word.length();
      return meant;
    }

    private Json members(int depth) throws Malformed {
      Map<String, Json> out = new LinkedHashMap<>();
      take('{');
      if (next() == '}') {
        at++;
        return new Members(out);
      }
      while (true) {
        if (next() != '"') {
          throw wrong("a name");
        }
        String name = string();
        take(':');
        if (out.put(name, value(depth + 1)) != null) {
          throw new Malformed("A name stands twice in one place.");
        }
        if (next() != ',') {
          take('}');
          return new Members(out);
        }
        at++;
      }
    }

    private Json items(int depth) throws Malformed {
      List<Json> out = new ArrayList<>();
      take('[');
      if (next() == ']') {
        at++;
        return new Items(out);
      }
      while (true) {
        out.add(value(depth + 1));
        if (next() != ',') {
          take(']');
          return new Items(out);
        }
        at++;
      }
    }

    private Json number() throws Malformed {
      int from = at;
      while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      String written = text.substring(from, at);
      if (!written.matches("-?(0|[1-9]\\d{0,40})(\\.\\d{1,40})?([eE][+-]?\\d{1,4})?")) {
        at = from;
        throw wrong("a value");
      }
      if (!Double.isFinite(Double.parseDouble(written))) {
        throw new Malformed("There is a number beyond all bounds.");
      }
      return new Numeral(written);
    }

    private String string() throws Malformed {
      StringBuilder out = new StringBuilder();
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        char c = text.charAt(at++);
        if (c < ' ') {
          at--;
          throw wrong("the end of a text");
        }
        out.append(c == '\\' ? escaped() : c);
      }
      if (at >= text.length()) {
        throw wrong("the end of a text");
      }
      at++;
      return out.toString();
    }

    private char escaped() throws Malformed {
      char c = at < text.length() ? text.charAt(at++) : 0;
      return switch (c) {
        case '"', '\\', '/' -> c;
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'u' -> {
          String hex = text.substring(at, Math.min(text.length(), at + 4));
          if (!hex.matches("[0-9a-fA-F]{4}")) {
            throw wrong("four digits of a character");
          }
          at += 4;
          yield (char) Integer.parseInt(hex, 16);
        }
        default -> throw wrong("a character after \\");
      };
    }
  }

  /// Written for people to read: members one below the other, values without members in one line.
  default String written() {
    StringBuilder out = new StringBuilder();
    write(out, "\n");
    return out.append('\n').toString();
  }

  private void write(StringBuilder out, String line) {
    switch (this) {
      case Members members -> {
        out.append('{');
        String separator = "";
        for (var member : members.all().entrySet()) {
          out.append(separator).append(line).append("  ").append(quoted(member.getKey()));
          member.getValue().write(out.append(": "), line + "  ");
          separator = ",";
        }
        out.append(members.all().isEmpty() ? "}" : line + "}");
      }
      case Items items -> {
        boolean flat = items.all().stream().noneMatch(each -> each instanceof Members);
        out.append('[');
        String separator = "";
        for (Json item : items.all()) {
          out.append(separator).append(flat ? "" : line + "  ");
          item.write(out, line + "  ");
          separator = flat ? ", " : ",";
        }
        out.append(flat ? "]" : line + "]");
      }
      case Text text -> out.append(quoted(text.text()));
      case Numeral numeral -> out.append(numeral.written());
      case Word word -> out.append(word.name().toLowerCase(Locale.ROOT));
    }
  }

  /// A number.
  ///
  /// @param number finite
  static Json of(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? of((long) number)
        : new Numeral(Double.toString(number));
  }

  /// A whole number.
  static Json of(long number) {
    return new Numeral(Long.toString(number));
  }

  /// A text.
  static Json of(String text) {
    return new Text(text);
  }

  /// `true` or `false`.
  static Json of(boolean is) {
    return is ? Word.TRUE : Word.FALSE;
  }

  /// Texts in their order.
  static Json of(List<String> texts) {
    return new Items(texts.stream().map(Json::of).toList());
  }

  /// A text as JSON has it. Characters a person would not see are written by their numbers.
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Unseen.is(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
