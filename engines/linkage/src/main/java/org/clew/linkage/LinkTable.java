package org.clew.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// A list column by column, every distinct text held once: what [Batch] links. Rows are known by
/// their numbers, from 0 in the order of arrival.
///
/// ```java
/// var rows = new LinkTable.Builder(List.of(Kind.NAME, Kind.PHONE));
/// rows.cell(0, "Amina Haddad");
/// rows.cell(1, "07700 900188");
/// rows.endRow();
/// Linking linking = Batch.dedupe(rows.build(), Batch.Settings.of("GB"), List.of(), Progress.NONE);
/// ```
public final class LinkTable {
  private final List<Kind> kinds;
  private final List<List<String>> headings;
  private final int[][] codes;
  private final Texts[] texts;
  private final int rows;

  private LinkTable(Builder built, int[][] codes) {
    this.kinds = built.kinds;
    this.headings = built.headings;
    this.codes = codes;
    this.texts = built.texts;
    this.rows = built.rows;
  }

  /// Takes rows one by one. Not safe for many threads.
  public static final class Builder {
    private final List<Kind> kinds;
    private final List<List<String>> headings;
    private final Texts[] texts;
    private final Intake[] columns;
    private int rows;

    /// @param kinds what each column holds; a kind may come more than once
    public Builder(List<Kind> kinds) {
      this(kinds, named(kinds));
    }

    /// @param kinds what each column holds; a kind may come more than once
    /// @param headings by column, one or several under which its cells stand, each once in all
    public Builder(List<Kind> kinds, List<List<String>> headings) {
      this.kinds = List.copyOf(kinds);
      this.headings = headings.stream().map(List::copyOf).toList();
      Set<String> each = new HashSet<>();
      boolean once =
          headings.stream().allMatch(some -> !some.isEmpty() && some.stream().allMatch(each::add));
      if (kinds.size() != headings.size() || !once) {
        throw new IllegalArgumentException("every column needs headings of its own");
      }
      this.columns = new Intake[kinds.size()];
      this.texts = new Texts[kinds.size()];
      Arrays.setAll(texts, _ -> new Texts());
      Arrays.setAll(columns, column -> new Intake(texts[column]));
    }

    private static List<List<String>> named(List<Kind> kinds) {
      List<List<String>> out = new ArrayList<>();
      for (int column = 0; column < kinds.size(); column++) {
        String name = kinds.get(column).name().toLowerCase(Locale.ROOT);
        boolean alone = Collections.frequency(kinds, kinds.get(column)) == 1;
        out.add(List.of(alone ? name : name + " " + (column + 1)));
      }
      return out;
    }

    /// Says what the row that was begun holds in a column; not called for an empty cell, and once
    /// at most for a cell.
    public void cell(int column, String text) {
      if (!Objects.requireNonNull(text, "text").isBlank()) {
        byte[] utf8 = text.getBytes(UTF_8);
        cell(column, utf8, 0, utf8.length);
      }
    }

    /// The same out of UTF-8 bytes without white space around them.
    ///
    /// @throws ListTooLarge when the different texts of the column are more than can be held
    public void cell(int column, byte[] utf8, int from, int to) {
      if (to > from) {
        columns[column].add(rows, utf8, from, to);
      }
    }

    /// Ends a row and begins the next.
    ///
    /// @throws ListTooLarge when there are more rows than can be numbered
    public void endRow() {
      if (rows == ListTooLarge.MOST) {
        throw new ListTooLarge("no more than %,d rows can be numbered".formatted(rows));
      }
      rows++;
    }

    /// The list; the builder is not to be used any more.
    public LinkTable build() {
      int[][] codes = new int[columns.length][];
      for (int column = 0; column < codes.length; column++) {
        codes[column] = columns[column].codes(rows);
        texts[column].close();
      }
      return new LinkTable(this, codes);
    }
  }

  /// How many rows there are.
  public int rows() {
    return rows;
  }

  /// What each column holds.
  public List<Kind> kinds() {
    return kinds;
  }

  /// Under which headings the cells of a column stand.
  public List<String> headings(int column) {
    return headings.get(column);
  }

  /// How many different texts a column holds.
  int distinct(int column) {
    return texts[column].size();
  }

  /// The different texts of a column.
  Texts texts(int column) {
    return texts[column];
  }

  String text(int column, int code) {
    return texts[column].text(code);
  }

  /// By row, the number of its text in a column; -1 where it has none.
  int[] codes(int column) {
    return codes[column];
  }
}
