package org.clew.linkage;

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

  private LinkTable(Builder built) {
    this.kinds = built.kinds;
    this.headings = built.headings;
    this.codes = built.codes;
    this.texts = built.texts;
    this.rows = built.rows;
  }

  /// Takes rows one by one. Not safe for many threads.
  public static final class Builder {
    private final List<Kind> kinds;
    private final List<List<String>> headings;
    private final int[][] codes;
    private final Texts[] texts;
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
      this.codes = new int[kinds.size()][16];
      this.texts = new Texts[kinds.size()];
      for (int column = 0; column < kinds.size(); column++) {
        Arrays.fill(codes[column], -1);
        texts[column] = new Texts();
      }
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

    /// Says what the row that was begun holds in a column; not called for an empty cell.
    public void cell(int column, String text) {
      if (!Objects.requireNonNull(text, "text").isBlank()) {
        codes[column][rows] = texts[column].code(text);
      }
    }

    /// The same out of UTF-8 bytes without white space around them.
    public void cell(int column, byte[] utf8, int from, int to) {
      if (to > from) {
        codes[column][rows] = texts[column].code(utf8, from, to);
      }
    }

    /// Ends a row and begins the next.
    public void endRow() {
      rows++;
      for (int column = 0; column < codes.length; column++) {
        int[] filled = codes[column];
        if (rows == filled.length) {
          codes[column] = Arrays.copyOf(filled, rows + (rows >> 1));
          Arrays.fill(codes[column], rows, codes[column].length, -1);
        }
      }
    }

    /// The list; the builder is not to be used any more.
    public LinkTable build() {
      for (int column = 0; column < codes.length; column++) {
        codes[column] = Arrays.copyOf(codes[column], rows);
        texts[column].close();
      }
      return new LinkTable(this);
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

  String text(int column, int code) {
    return texts[column].text(code);
  }

  /// By row, the number of its text in a column; -1 where it has none.
  int[] codes(int column) {
    return codes[column];
  }
}
