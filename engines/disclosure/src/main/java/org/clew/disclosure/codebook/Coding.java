package org.clew.disclosure.codebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Plural;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.StructuralZeros.Zero;
import org.jspecify.annotations.Nullable;

/// Between the cells of a table and the codes of [Microdata]. A column that may have several values
/// becomes a column of yes or nothing for each of them.
public final class Coding {

  private static final int MOST_ROWS = 1 << 27;

  /// One column of codes.
  ///
  /// @param variable the number of the published variable
  /// @param value the number of the one value it is about; below 0 where it has all of them
  public record Coded(int variable, int value) {}

  private final Codebook codebook;
  private final List<Variable> variables;
  private final List<Coded> coded = new ArrayList<>();
  private final List<Map<String, Integer>> codes = new ArrayList<>();

  /// By published variable, its first coded column.
  private final int[] first;

  private final int[] sizes;
  private final StructuralZeros zeros;

  /// The coding of a codebook.
  ///
  /// @throws CodebookRefused when its rules cannot be kept, or two values would be told as one
  public Coding(Codebook codebook) {
    this.codebook = codebook;
    variables = codebook.published();
    Selections.demandToldApart(variables);
    first = new int[variables.size()];
    for (int number = 0; number < variables.size(); number++) {
      Variable variable = variables.get(number);
      first[number] = coded.size();
      codes.add(codes(variable));
      if (variable.separator().isPresent()) {
        for (int value = 0; value < variable.values().size(); value++) {
          coded.add(new Coded(number, value));
        }
      } else {
        coded.add(new Coded(number, -1));
      }
    }
    sizes =
        coded.stream()
            .mapToInt(
                each -> each.value() >= 0 ? 2 : variables.get(each.variable()).values().size() + 1)
            .toArray();
    zeros =
        new StructuralZeros(new CodedRules(variables, codes, first, sizes).of(codebook.zeros()));
  }

  private static Map<String, Integer> codes(Variable variable) {
    var codes = new HashMap<String, Integer>();
    codes.put("", 0);
    variable.nothing().forEach(nothing -> codes.put(nothing, 0));
    for (int i = 0; i < variable.values().size(); i++) {
      String value = variable.values().get(i);
      int code = i + 1;
      codes.put(value, code);
      variable.groups().getOrDefault(value, List.of()).forEach(member -> codes.put(member, code));
    }
    return codes;
  }

  /// What the rules rule out.
  public StructuralZeros zeros() {
    return zeros;
  }

  /// The columns of codes, in their order.
  public List<Coded> coded() {
    return List.copyOf(coded);
  }

  /// By column, how many codes it may have.
  public int[] sizes() {
    return sizes.clone();
  }

  /// The heading a coded column's values stand under.
  public String heading(int column) {
    return variables.get(coded.get(column).variable()).name();
  }

  /// The heading of a coded column, and the value it is about where it is about one.
  public String name(int column) {
    Coded of = coded.get(column);
    return of.value() < 0 ? heading(column) : heading(column) + ": " + value(column, 1);
  }

  /// What a code says; empty for 0.
  public String value(int column, int code) {
    if (code == 0) {
      return "";
    }
    Coded of = coded.get(column);
    return variables.get(of.variable()).values().get(of.value() >= 0 ? of.value() : code - 1);
  }

  /// A combination in one line, as in `ageBroad:9--17;gender:Woman`: by the columns' names. Where a
  /// value has a semicolon it has a comma there, and where a name has a colon it has a blank.
  ///
  /// @param codes as many as columns, none of them 0
  public String selections(int[] columns, int[] codes) {
    List<String> selections = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      selections.add(Selections.of(heading(columns[i]), value(columns[i], codes[i])));
    }
    selections.sort(Comparator.naturalOrder());
    return String.join(";", selections);
  }

  /// The headings of what is published.
  public List<String> headings() {
    return variables.stream().map(Variable::name).toList();
  }

  /// A row as cells under [#headings]; a list of the caller's own.
  public List<String> cells(Microdata data, int row) {
    List<String> out = new ArrayList<>();
    for (int number = 0; number < variables.size(); number++) {
      Variable variable = variables.get(number);
      if (variable.separator().isEmpty()) {
        out.add(value(first[number], data.code(row, first[number])));
      } else {
        List<String> values = new ArrayList<>();
        for (int value = 0; value < variable.values().size(); value++) {
          if (data.code(row, first[number] + value) != 0) {
            values.add(variable.values().get(value));
          }
        }
        out.add(String.join(variable.separator().get(), values));
      }
    }
    return out;
  }

  /// Takes in the rows of one table.
  ///
  /// @param headings of the table
  /// @throws CodebookRefused when the table has a column the codebook does not know, or lacks one
  public Reader reader(List<String> headings) {
    return new Reader(headings);
  }

  /// Takes in rows one by one. A row that cannot be is noted, and refused at the end with all
  /// others.
  public final class Reader {

    private final int[] at;
    private final Optional<Integer> personAt;
    private final List<Optional<Pattern>> separators;
    private final Map<String, Integer> persons = new HashMap<>();
    private final short[][] columns = new short[coded.size()][64];
    private final int[] outside = new int[variables.size()];
    private final long[] outsideLine = new long[variables.size()];
    private final int[] ruledOut = new int[zeros.all().size()];
    private final long[] ruledOutLine = new long[zeros.all().size()];
    private final short[] row = new short[coded.size()];
    private long differing;
    private int rows;

    /// By person, the line of their first row.
    private long[] lines = new long[64];

    private Reader(List<String> headings) {
      List<String> known = codebook.variables().stream().map(Variable::name).toList();
      for (String heading : headings) {
        if (!known.contains(heading) && !codebook.person().equals(Optional.of(heading))) {
          throw new CodebookRefused(
              "The codebook does not know the column \"%s\". Describe it, or say why it is left_out."
                  .formatted(heading));
        }
      }
      at = variables.stream().mapToInt(variable -> place(headings, variable.name())).toArray();
      personAt = codebook.person().map(name -> place(headings, name));
      separators =
          variables.stream()
              .map(variable -> variable.separator().map(s -> Pattern.compile(Pattern.quote(s))))
              .toList();
    }

    private static int place(List<String> headings, String name) {
      int place = headings.indexOf(name);
      if (place < 0) {
        throw new CodebookRefused(
            "The table has no column \"%s\", which is in the codebook.".formatted(name));
      }
      return place;
    }

    /// Takes in a row.
    ///
    /// @param line where the row stands
    /// @param cells in the order of the headings; missing ones at the end are empty
    /// @throws CodebookRefused when there are more rows than can be held
    public void add(long line, List<String> cells) {
      Arrays.fill(row, (short) 0);
      for (int number = 0; number < variables.size(); number++) {
        String cell = at[number] < cells.size() ? cells.get(at[number]).strip() : "";
        if (!cell.isEmpty() && !read(number, cell)) {
          outsideLine[number] = outside[number] == 0 ? line : outsideLine[number];
          outside[number]++;
        }
      }
      int place = personAt.map(column -> person(line, cells, column)).orElse(rows);
      if (place == rows) {
        append(line);
      } else {
        merge(place);
      }
    }

    private int person(long line, List<String> cells, int column) {
      String id = column < cells.size() ? cells.get(column).strip() : "";
      if (id.isEmpty()) {
        throw new CodebookRefused(
            "Line %,d does not say whose row it is (column \"%s\")."
                .formatted(line, codebook.person().orElse("")));
      }
      int place = persons.getOrDefault(id, rows);
      persons.put(id, place);
      return place;
    }

    private short[] read(int place) {
      for (int column = 0; column < row.length; column++) {
        row[column] = columns[column][place];
      }
      return row;
    }

    private boolean read(int number, String cell) {
      Map<String, Integer> known = codes.get(number);
      Optional<Pattern> separator = separators.get(number);
      if (separator.isEmpty()) {
        Integer code = code(number, cell);
        row[first[number]] = code == null ? 0 : code.shortValue();
        return code != null;
      }
      boolean all = true;
      for (String part : separator.get().split(cell, -1)) {
        Integer code = known.get(part.strip());
        all &= code != null;
        if (code != null && code > 0) {
          row[first[number] + code - 1] = 1;
        }
      }
      return all;
    }

    private @Nullable Integer code(int number, String cell) {
      Integer code = codes.get(number).get(cell);
      return code == null
          ? variables
              .get(number)
              .bands()
              .flatMap(bands -> bands.value(cell))
              .map(codes.get(number)::get)
              .orElse(null)
          : code;
    }

    private void append(long line) {
      if (rows == MOST_ROWS) {
        throw new CodebookRefused("There are more than %,d people.".formatted(MOST_ROWS));
      }
      for (int column = 0; column < row.length; column++) {
        if (rows == columns[column].length) {
          columns[column] = Arrays.copyOf(columns[column], 2 * rows);
        }
        columns[column][rows] = row[column];
      }
      if (rows == lines.length) {
        lines = Arrays.copyOf(lines, 2 * rows);
      }
      lines[rows] = line;
      rows++;
    }

    /// What is known first stays; several values add up.
    private void merge(int place) {
      for (int column = 0; column < row.length; column++) {
        short has = columns[column][place];
        if (has == 0) {
          columns[column][place] = row[column];
        } else if (row[column] != 0 && row[column] != has) {
          differing++;
        }
      }
    }

    /// How often a further row of a person said something else than the first; what the first said
    /// stays.
    public long differing() {
      return differing;
    }

    /// All rows.
    ///
    /// @throws CodebookRefused when there is none, or one that cannot be, with the first lines
    public Microdata microdata() {
      if (rows == 0) {
        throw new CodebookRefused("There are no rows.");
      }
      demandNobodyRuledOut();
      List<String> wrong = new ArrayList<>();
      for (int number = 0; number < outside.length; number++) {
        if (outside[number] > 0) {
          wrong.add(
              "\"%s\" has a value the codebook does not know in %s, first in line %,d."
                  .formatted(
                      variables.get(number).name(),
                      Plural.of(outside[number], "row", "rows"),
                      outsideLine[number]));
        }
      }
      for (int zero = 0; zero < ruledOut.length; zero++) {
        if (ruledOut[zero] > 0) {
          wrong.add(
              "%s what the codebook says nobody can be (%s), the first from line %,d on."
                  .formatted(
                      Plural.of(ruledOut[zero], "person is", "people are"),
                      said(zeros.all().get(zero)),
                      ruledOutLine[zero]));
        }
      }
      if (!wrong.isEmpty()) {
        throw new CodebookRefused(
            String.join("\n", wrong)
                + "\nMend the table, or the codebook where it is wrong. A codebook that is changed because"
                + " of what is in the table is no longer public knowledge.");
      }
      short[][] whole = new short[columns.length][];
      for (int column = 0; column < whole.length; column++) {
        whole[column] = Arrays.copyOf(columns[column], rows);
      }
      return new Microdata(sizes, whole, rows);
    }

    /// Of persons, not of rows: what one row does not say another may.
    private void demandNobodyRuledOut() {
      Arrays.fill(ruledOut, 0);
      for (int place = 0; place < rows; place++) {
        OptionalInt zero = zeros.met(read(place));
        if (zero.isPresent()) {
          int number = zero.getAsInt();
          ruledOutLine[number] = ruledOut[number] == 0 ? lines[place] : ruledOutLine[number];
          ruledOut[number]++;
        }
      }
    }

    private String said(Zero zero) {
      return String.join(
          " and ",
          zero.conditions().stream()
              .map(condition -> "\"%s\"".formatted(heading(condition.column())))
              .distinct()
              .toList());
    }
  }
}
