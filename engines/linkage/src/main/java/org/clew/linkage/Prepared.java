package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A record made ready to be found and compared.
///
/// @param id of the record, empty for a question
/// @param reads every value that says something, sorted by kind and text
/// @param joined the whole name that given and family names make, where no whole name is written
record Prepared(String id, List<Read> reads, @Nullable Read joined) {

  /// A value with its form.
  record Read(Value value, Form form) {
    Kind kind() {
      return value.kind();
    }
  }

  private static final Comparator<Read> SORTED =
      Comparator.<Read, Kind>comparing(Read::kind).thenComparing(read -> read.value.text());

  static Prepared of(String id, List<Value> values, String region) {
    List<Read> reads = new ArrayList<>(Math.min(values.size(), Limits.VALUES_PER_RECORD));
    for (Value value : values) {
      if (reads.size() == Limits.VALUES_PER_RECORD) {
        break;
      }
      read(value, region, reads);
    }
    reads.sort(SORTED);
    List<Read> sorted = once(reads);
    return new Prepared(id, sorted, join(sorted, region));
  }

  /// One value of each form: a number written twice is one number.
  private static List<Read> once(List<Read> sorted) {
    List<Read> out = new ArrayList<>(sorted.size());
    for (Read read : sorted) {
      if (out.stream().noneMatch(o -> o.kind() == read.kind() && o.form().equals(read.form()))) {
        out.add(read);
      }
    }
    return List.copyOf(out);
  }

  private static void read(Value value, String region, List<Read> out) {
    String cleaned = Written.clean(value.text());
    if (cleaned.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    Field.of(value.kind())
        .read(value.kind(), cleaned, region)
        .map(form -> new Read(cut(value), form))
        .ifPresent(out::add);
  }

  private static Value cut(Value value) {
    return value.text().length() <= Limits.TEXT_CHARS
        ? value
        : new Value(value.kind(), value.text().substring(0, Limits.TEXT_CHARS));
  }

  private static @Nullable Read join(List<Read> reads, String region) {
    List<String> given = new ArrayList<>();
    List<String> family = new ArrayList<>();
    for (Read read : reads) {
      switch (read.kind()) {
        case NAME -> {
          return null;
        }
        case GIVEN_NAME -> given.add(read.value.text());
        case FAMILY_NAME -> family.add(read.value.text());
        default -> {}
      }
    }
    if (given.isEmpty() && family.isEmpty()) {
      return null;
    }
    given.addAll(family);
    String name = String.join(" ", given);
    return Field.of(Kind.NAME)
        .read(Kind.NAME, Written.clean(name), region)
        .map(form -> new Read(new Value(Kind.NAME, name), form))
        .orElse(null);
  }

  /// Keys under which the record is found, each once.
  long[] keys() {
    long[] keys = new long[32];
    int[] count = {0};
    long[][] holder = {keys};
    java.util.function.LongConsumer sink =
        key -> {
          if (count[0] == holder[0].length) {
            holder[0] = Arrays.copyOf(holder[0], count[0] * 2);
          }
          holder[0][count[0]++] = key;
        };
    for (Read read : reads) {
      Field.of(read.kind()).keys(read.kind(), read.form(), sink);
    }
    if (joined != null) {
      Field.of(Kind.NAME).keys(Kind.NAME, joined.form(), sink);
    }
    return Arrays.stream(holder[0], 0, count[0]).sorted().distinct().toArray();
  }

  /// Which kinds it says anything of; any name of a person counts as a name.
  Set<Kind> kinds() {
    Set<Kind> out = EnumSet.noneOf(Kind.class);
    for (Read read : reads) {
      out.add(read.kind());
    }
    if (joined != null) {
      out.add(Kind.NAME);
    }
    return out;
  }

  boolean isSplit() {
    for (Read read : reads) {
      switch (read.kind()) {
        case NAME -> {}
        case GIVEN_NAME, FAMILY_NAME -> {
          return true;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /// Values of one kind; for a whole name also the one its parts make.
  List<Read> of(Kind kind) {
    if (kind == Kind.NAME && joined != null) {
      return List.of(joined);
    }
    int from = 0;
    while (from < reads.size() && reads.get(from).kind().compareTo(kind) < 0) {
      from++;
    }
    return reads.subList(from, end(from, kind));
  }

  /// Where the run of values of one kind ends.
  int end(int from, Kind kind) {
    int to = from;
    while (to < reads.size() && reads.get(to).kind() == kind) {
      to++;
    }
    return to;
  }

  /// Calls back with every word that a lexicon keeps.
  void words(Consumer<Word> sink) {
    for (Read read : reads) {
      words(read, sink);
    }
    if (joined != null) {
      words(joined, sink);
    }
  }

  private static void words(Read read, Consumer<Word> sink) {
    if (read.form() instanceof Form.Words words) {
      words.words().forEach(sink);
    }
  }

  /// With every word in the copy that this gives for it.
  Prepared with(BiFunction<Kind, Word, Word> copies) {
    List<Read> out = reads.stream().map(read -> with(read, copies)).toList();
    return new Prepared(id, out, joined == null ? null : with(joined, copies));
  }

  private static Read with(Read read, BiFunction<Kind, Word, Word> copies) {
    return read.form() instanceof Form.Words words
        ? new Read(read.value, words.with(word -> copies.apply(read.kind(), word)))
        : read;
  }
}
