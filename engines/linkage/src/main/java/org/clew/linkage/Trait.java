package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A column as it is compared: how many rows hold each value, and how values that differ are alike.
/// Several columns of one kind of identifier are one trait. The values of the rows stand in
/// [Traits].
final class Trait {
  final Kind kind;

  /// Columns of the list, for what was written.
  final int[] columns;

  /// The headings of those columns.
  final List<String> headings;

  /// By value, how many rows of the list hold it.
  final int[] counts;

  /// How many different values the list holds.
  final long distinct;

  /// How many rows of the list say anything.
  final long holders;

  final Likeness likeness;

  private Trait(LinkTable table, int[] columns, int[][] values, int[] counts, Likeness likeness) {
    this.kind = table.kinds().get(columns[0]);
    this.columns = columns;
    this.headings =
        Arrays.stream(columns).boxed().flatMap(column -> table.headings(column).stream()).toList();
    this.counts = counts;
    this.likeness = likeness;
    this.distinct = counts.length;
    this.holders = values.length == 1 ? sum(counts) : holders(values);
  }

  /// A column of which only a portion is at hand.
  ///
  /// @param counts by value, how many rows of the whole list hold it
  Trait(Census.Counted counted, int[] counts, Likeness likeness) {
    this.kind = counted.thing().kind();
    this.columns = counted.thing().columns().stream().mapToInt(Integer::intValue).toArray();
    this.headings = counted.headings();
    this.counts = counts;
    this.likeness = likeness;
    this.distinct = counted.distinct();
    this.holders = counted.holders();
  }

  /// A trait with the values of all rows.
  static final class Read {
    final Trait trait;

    /// By column and row, the value; -1 for none.
    final int[][] values;

    Read(Trait trait, int[][] values) {
      this.trait = trait;
      this.values = values;
    }
  }

  /// Reads columns that share their values.
  ///
  /// @param groups the columns of each trait to make
  static List<Read> read(LinkTable table, Kind kind, List<int[]> groups, String region) {
    if (groups.size() == 1 && groups.getFirst().length == 1) {
      return List.of(readAlone(table, kind, groups.getFirst(), region));
    }
    var forms = new Texts();
    int[][][] values = new int[groups.size()][][];
    for (int group = 0; group < values.length; group++) {
      int[] columns = groups.get(group);
      values[group] = new int[columns.length][];
      for (int i = 0; i < columns.length; i++) {
        Kind own = table.kinds().get(columns[i]);
        int[] numbers = NormalTexts.add(own, table.texts(columns[i]), region, forms);
        values[group][i] = values(table, columns[i], numbers);
      }
    }
    int[] all = new int[forms.size()];
    int[][] counts = new int[values.length][];
    for (int group = 0; group < values.length; group++) {
      counts[group] = counts(values[group], forms.size());
      Arrays.setAll(all, value(all, counts[group]));
    }
    forms.close();
    Likeness likeness = likeness(kind, forms, Tally.of(all));
    List<Read> out = new ArrayList<>();
    for (int group = 0; group < values.length; group++) {
      var trait = new Trait(table, groups.get(group), values[group], counts[group], likeness);
      out.add(new Read(trait, values[group]));
    }
    return out;
  }

  /// Reads a column that shares its values with none.
  private static Read readAlone(LinkTable table, Kind kind, int[] column, String region) {
    Texts texts = table.texts(column[0]);
    NormalTexts normal = NormalTexts.of(kind, texts, region);
    int[][] values = {values(table, column[0], normal.numbers)};
    int[] counts = counts(values, normal.texts.size());
    Likeness likeness = likeness(kind, normal.texts, Tally.of(counts));
    return new Read(new Trait(table, column, values, counts, likeness), values);
  }

  private static java.util.function.IntUnaryOperator value(int[] all, int[] more) {
    return i -> all[i] + more[i];
  }

  /// By row, the value that its text is read as.
  private static int[] values(LinkTable table, int column, int[] numbers) {
    int[] codes = table.codes(column);
    int[] out = new int[codes.length];
    for (int row = 0; row < out.length; row++) {
      out[row] = codes[row] < 0 ? -1 : numbers[codes[row]];
    }
    return out;
  }

  private static int[] counts(int[][] values, int size) {
    int[] out = new int[size];
    for (int[] column : values) {
      for (int value : column) {
        if (value >= 0) {
          out[value]++;
        }
      }
    }
    return out;
  }

  private static long sum(int[] counts) {
    long sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static int holders(int[][] values) {
    int out = 0;
    for (int row = 0; row < values[0].length; row++) {
      for (int[] column : values) {
        if (column[row] >= 0) {
          out++;
          break;
        }
      }
    }
    return out;
  }

  static Likeness likeness(Kind kind, Texts forms, Tally tally) {
    return switch (kind) {
      case GIVEN_NAME, FAMILY_NAME -> new NameLikeness(forms, tally);
      case NAME -> new WholeNameLikeness(forms, tally);
      case ORGANISATION_NAME, ADDRESS, TITLE, TEXT -> new TextLikeness(kind, forms, tally);
      case NUMBER -> new NumberLikeness(forms, tally);
      case PHONE, EMAIL, ACCOUNT, DOCUMENT, VEHICLE, USERNAME -> new CodeLikeness(kind, forms);
      case BIRTH_DATE -> new DayLikeness(forms);
      case PLACE, POSTCODE, COUNTRY, CATEGORY -> new LabelLikeness(kind, forms);
    };
  }

  /// Whether values of a kind come several to a record, any of which may agree with any.
  static boolean isShared(Kind kind) {
    return switch (kind) {
      case PHONE, EMAIL, ACCOUNT, DOCUMENT, VEHICLE, USERNAME -> true;
      default -> false;
    };
  }

  boolean isPlace() {
    return Weighing.isPlace(kind);
  }

  boolean hasWords() {
    return likeness instanceof WholeNameLikeness || likeness instanceof TextLikeness;
  }
}
