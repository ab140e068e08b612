package org.clew.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A form as somebody filled it in: what they wrote stays to be shown again, and reading it
/// collects every mistake at once. What has no value reads as an empty text.
public final class Filled {

  /// The field of a form's number.
  public static final String NUMBER = "number";

  /// The field of the proof that a form came from a page of ours; it differs each time it is shown.
  private static final String PROOF = "_csrf";

  private final Map<String, List<String>> values;
  private final List<Mistake> mistakes = new ArrayList<>();

  private Filled(Map<String, List<String>> values) {
    this.values = values;
  }

  /// What was sent.
  public static Filled in(Map<String, List<String>> sent) {
    return new Filled(new HashMap<>(sent));
  }

  /// A form nobody has filled in.
  public static Filled blank() {
    return new Filled(new HashMap<>());
  }

  /// A form nobody has filled in, with a number of its own, so that sending it twice does once what
  /// it asks for.
  public static Filled numbered() {
    return blank().with(NUMBER, UUID.randomUUID().toString());
  }

  /// What tells this sending from every other: a digest of the form's number and of all that is
  /// written in it. The same form with other words is another sending.
  public String sending() {
    MessageDigest digest = sha256();
    String number = text(NUMBER).isEmpty() ? UUID.randomUUID().toString() : text(NUMBER);
    digest.update(number.getBytes(StandardCharsets.UTF_8));
    new TreeMap<>(values)
        .forEach(
            (field, written) -> {
              if (!field.equals(PROOF)) {
                digest.update((field + written).getBytes(StandardCharsets.UTF_8));
              }
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The same form with this field filled in.
  public Filled with(String field, String... written) {
    values.put(field, List.of(written));
    return this;
  }

  /// Whether nothing is filled in at all.
  public boolean isBlank() {
    return values.isEmpty();
  }

  /// What is written in a field, without the blanks around it; empty when nothing of it can be
  /// seen.
  public String text(String field) {
    List<String> all = texts(field);
    return all.isEmpty() || !Visible.isIn(all.getFirst()) ? "" : all.getFirst().strip();
  }

  /// Everything sent under a name.
  public List<String> texts(String field) {
    return values.getOrDefault(field, List.of());
  }

  /// The boxes that are ticked.
  public Set<String> ticked(String field) {
    return new LinkedHashSet<>(texts(field));
  }

  /// Whether a single box is ticked.
  public boolean isTicked(String field) {
    return !text(field).isEmpty();
  }

  /// A text that has to be there.
  public String needed(String field, int most) {
    if (text(field).isEmpty()) {
      mistake(field, "web.mistake.empty");
    }
    return upTo(field, most);
  }

  /// A text that may be there.
  public String upTo(String field, int most) {
    String text = text(field);
    if (text.length() > most) {
      mistake(field, "web.mistake.long", most);
    }
    return text;
  }

  /// One of a closed list; the first of it, and a mistake, when it is none.
  public <E extends Enum<E>> E code(String field, Class<E> codes) {
    E[] all = codes.getEnumConstants();
    for (E code : all) {
      if (code.name().equals(text(field))) {
        return code;
      }
    }
    mistake(field, "web.mistake.choose");
    return all[0];
  }

  /// Those ticked of a closed list; what is none of it is passed over.
  public <E extends Enum<E>> Set<E> codes(String field, Class<E> codes) {
    var chosen = new LinkedHashSet<E>();
    for (E code : codes.getEnumConstants()) {
      if (texts(field).contains(code.name())) {
        chosen.add(code);
      }
    }
    return chosen;
  }

  /// A whole number from 0; none when nothing is written.
  public @Nullable Integer count(String field, int most) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= most) {
      return Integer.valueOf(text);
    }
    mistake(field, "web.mistake.count", most);
    return null;
  }

  /// A day, ISO 8601; none when nothing is written.
  public @Nullable LocalDate day(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    LocalDate day = Dates.day(text).orElse(null);
    if (day == null) {
      mistake(field, "web.mistake.day");
    }
    return day;
  }

  /// A day that has to be there; `otherwise`, and a mistake, when it is not.
  public LocalDate neededDay(String field, LocalDate otherwise) {
    LocalDate day = day(field);
    if (day == null && text(field).isEmpty()) {
      mistake(field, "web.mistake.day");
    }
    return day == null ? otherwise : day;
  }

  /// A moment in UTC as a browser's field writes it (`2026-03-12T14:05`); none when nothing is
  /// written.
  public @Nullable Instant moment(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    Instant moment = Dates.moment(text).orElse(null);
    if (moment == null) {
      mistake(field, "web.mistake.moment");
    }
    return moment;
  }

  /// An id out of a list of choices; none when nothing is chosen or it is no id.
  public @Nullable UUID id(String field) {
    return id(field, text(field));
  }

  /// The ids that are ticked.
  public Set<UUID> ids(String field) {
    var ids = new LinkedHashSet<UUID>();
    for (String text : texts(field)) {
      UUID id = id(field, text);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private @Nullable UUID id(String field, String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      mistake(field, "web.mistake.choose");
      return null;
    }
  }

  /// Says that something about a field is wrong.
  public void mistake(String field, String messageKey, Object... arguments) {
    mistakes.add(new Mistake(field, messageKey, arguments));
  }

  /// Every mistake found so far, at most one for a field.
  public Mistakes mistakes() {
    var fields = new LinkedHashSet<String>();
    return new Mistakes(mistakes.stream().filter(each -> fields.add(each.field())).toList());
  }

  public boolean isRight() {
    return mistakes.isEmpty();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
