package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// All traits of a list, and its rows as records of numbers side by side. Compares two rows into a
/// pattern: four bits per trait, 0 where one of the two says nothing, 1 for the same value, then
/// the levels of [Likeness].
final class Traits {
  /// As many as a pattern has room for.
  static final int MOST = 15;

  final List<Trait> all;

  /// By trait.
  private final Likeness[] likenesses;

  final int rows;

  /// Of two lists in one, the first row of the second; the number of rows where there is one list.
  final int second;

  /// Rows of the whole list, where [#rows] are a portion of it.
  final long listed;

  private final int[] records;

  /// By row, where its record stands: rows that may be one stand near each other, so that looking
  /// at one brings the other nearer.
  private final int[] places;

  /// By place, the row.
  private final int[] rowsAt;

  private final int width;
  private final int[] starts;

  /// Whether organisations are listed, and no people.
  final boolean isOfPlaces;

  private final int given;
  private final int family;

  Traits(LinkTable table, String region, int second) {
    this(read(table, region), table.rows(), second, table.rows());
  }

  /// @param listed rows of the whole list, of which `rows` are at hand
  /// @throws ListTooLarge when the rows have more values than can be held
  Traits(List<Trait.Read> read, int rows, int second, long listed) {
    this.all = read.stream().map(each -> each.trait).toList();
    this.likenesses = all.stream().map(each -> each.likeness).toArray(Likeness[]::new);
    this.rows = rows;
    this.second = second;
    this.listed = listed;
    starts = new int[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      starts[i + 1] = starts[i] + all.get(i).columns.length;
    }
    width = starts[all.size()];
    records = new int[ListTooLarge.numbers(rows, width)];
    places = new int[rows];
    rowsAt = rowsAt(read);
    int[][] columns =
        read.stream().flatMap(each -> Arrays.stream(each.values)).toArray(int[][]::new);
    for (int place = 0; place < rows; place++) {
      write(place, columns);
    }
    given = first(Kind.GIVEN_NAME);
    family = first(Kind.FAMILY_NAME);
    isOfPlaces =
        first(Kind.ORGANISATION_NAME) >= 0 && where(each -> isOfPeople(each.kind)).length == 0;
  }

  /// Writes the record of a place: what its row says in each column.
  private void write(int place, int[][] columns) {
    int row = rowsAt[place];
    places[row] = place;
    int at = place * width;
    for (int[] column : columns) {
      records[at++] = column[row];
    }
  }

  private static boolean isOfPeople(Kind kind) {
    return switch (kind) {
      case NAME, GIVEN_NAME, FAMILY_NAME, BIRTH_DATE -> true;
      default -> false;
    };
  }

  /// The first trait of a kind, -1 where there is none.
  int first(Kind kind) {
    int at = -1;
    for (int i = 0; i < all.size(); i++) {
      at = all.get(i).kind == kind && at < 0 ? i : at;
    }
    return at;
  }

  private static List<Trait.Read> read(LinkTable table, String region) {
    List<Trait.Read> out = new ArrayList<>();
    for (List<int[]> group : groups(table.kinds())) {
      out.addAll(Trait.read(table, table.kinds().get(group.getFirst()[0]), group, region));
    }
    return withRoom(out);
  }

  /// The columns of each trait, in groups that share their values: names one by one, identifiers of
  /// one kind in one trait.
  static List<List<int[]>> groups(List<Kind> kinds) {
    List<List<int[]>> out = new ArrayList<>();
    List<int[]> names = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int[] columns =
          IntStream.range(0, kinds.size()).filter(column -> kinds.get(column) == kind).toArray();
      List<int[]> each = Arrays.stream(columns).mapToObj(column -> new int[] {column}).toList();
      if (kind == Kind.GIVEN_NAME || kind == Kind.FAMILY_NAME) {
        names.addAll(each);
        if (kind == Kind.FAMILY_NAME && !names.isEmpty()) {
          out.add(names);
        }
      } else if (Trait.isShared(kind) && columns.length > 0) {
        out.add(List.of(columns));
      } else {
        each.forEach(column -> out.add(List.of(column)));
      }
    }
    return out;
  }

  /// Of more columns than a pattern has room for, those that tell rows apart least are left out.
  static List<Trait.Read> withRoom(List<Trait.Read> traits) {
    List<Trait.Read> out = new ArrayList<>(traits);
    while (out.size() > MOST) {
      out.remove(coarsest(out));
    }
    return List.copyOf(out);
  }

  private static Trait.Read coarsest(List<Trait.Read> traits) {
    Trait.Read least = traits.getFirst();
    for (Trait.Read each : traits) {
      least = each.trait.distinct < least.trait.distinct ? each : least;
    }
    return least;
  }

  int size() {
    return all.size();
  }

  /// Rows by the sound of the family name and of the given name, or by what else most rows say and
  /// tells them apart.
  private int[] rowsAt(List<Trait.Read> read) {
    Trait.Read[] by =
        read.stream()
            .filter(each -> !each.trait.hasWords() && each.trait.holders >= rows / 2)
            .sorted((a, b) -> Integer.compare(nearness(a.trait), nearness(b.trait)))
            .limit(2)
            .toArray(Trait.Read[]::new);
    Likeness.Key[] keys =
        Arrays.stream(by)
            .map(each -> each.trait.likeness.keys().getLast())
            .toArray(Likeness.Key[]::new);
    var entries = new Entries(rows);
    for (int row = 0; row < rows; row++) {
      entries.add(near(by, keys, row) << 32 | row);
    }
    entries.sort();
    return entries.rows();
  }

  /// A number for a row that is the same for those that are to stand near each other.
  private static long near(Trait.Read[] by, Likeness.Key[] keys, int row) {
    long near = 0;
    for (int i = 0; i < by.length; i++) {
      int value = by[i].values[0][row];
      int own = value < 0 ? 0 : keys[i].of(value);
      near = near << 16 | (own & 0xFFFF);
    }
    return near;
  }

  private static int nearness(Trait trait) {
    return switch (trait.kind) {
      case FAMILY_NAME -> Integer.MIN_VALUE;
      case GIVEN_NAME -> Integer.MIN_VALUE + 1;
      default -> (int) -trait.distinct;
    };
  }

  /// The row whose record stands at a place.
  int row(int place) {
    return rowsAt[place];
  }

  /// Where the record of a row stands.
  int place(int row) {
    return places[row];
  }

  /// Looks at the record at a place, so that it is near when it is asked for.
  int prefetch(int place) {
    int at = place * width;
    return rowsAt[place] ^ records[at] ^ records[at + width - 1];
  }

  /// Looks at the records of the first so many of some rows.
  void prefetch(int[] rows, int count) {
    if (width == 0) {
      return;
    }
    long seen = 0;
    for (int i = 0; i < count; i++) {
      seen += places[rows[i]];
    }
    for (int i = 0; i < count; i++) {
      seen += prefetch(places[rows[i]]);
    }
    Prefetch.use(seen);
  }

  /// The value of a trait that stands at a place, in one of its columns.
  int valueAt(int trait, int column, int place) {
    return records[place * width + starts[trait] + column];
  }

  /// The traits that are so.
  int[] where(Predicate<Trait> so) {
    return IntStream.range(0, size()).filter(trait -> so.test(all.get(trait))).toArray();
  }

  /// A row's value of a trait, the first where it has several.
  int value(int trait, int row) {
    return records[places[row] * width + starts[trait]];
  }

  /// How many columns a trait has.
  int columns(int trait) {
    return starts[trait + 1] - starts[trait];
  }

  int value(int trait, int column, int row) {
    return records[places[row] * width + starts[trait] + column];
  }

  /// What two rows agree in, and how.
  long pattern(int a, int b, Kernels kernels) {
    return patternAt(places[Math.min(a, b)], places[Math.max(a, b)], kernels);
  }

  /// The same of a row that comes before another in the list, whatever their numbers are here.
  long patternInOrder(int first, int second, Kernels kernels) {
    return patternAt(places[first], places[second], kernels);
  }

  /// The same of the rows at two places, the first row first.
  long patternAt(int first, int second, Kernels kernels) {
    int left = first * width;
    int right = second * width;
    long pattern = 0;
    for (int i = 0; i < likenesses.length; i++) {
      long level;
      if (starts[i + 1] - starts[i] == 1) {
        level = level(i, records[left + starts[i]], records[right + starts[i]], kernels);
      } else {
        level = best(i, left, right, kernels);
      }
      pattern |= level << (4 * i);
    }
    return given >= 0 && family >= 0 ? turned(pattern, left, right) : pattern;
  }

  private int level(int trait, int a, int b, Kernels kernels) {
    if (a < 0 || b < 0) {
      return 0;
    }
    return a == b ? 1 : 1 + likenesses[trait].level(a, b, kernels);
  }

  /// The best level of any two values of two rows.
  private int best(int trait, int left, int right, Kernels kernels) {
    int best = 0;
    for (int i = starts[trait]; i < starts[trait + 1]; i++) {
      for (int j = starts[trait]; j < starts[trait + 1]; j++) {
        int level = level(trait, records[left + i], records[right + j], kernels);
        best = best == 0 || (level > 0 && level < best) ? level : best;
      }
    }
    return best;
  }

  /// Given and family name in each other's place count once, as the given name's way of agreeing.
  private long turned(long pattern, int left, int right) {
    int different = likenesses[given].levels().size();
    if (level(pattern, given) != different && level(pattern, family) != different) {
      return pattern;
    }
    int givenLeft = records[left + starts[given]];
    int familyLeft = records[left + starts[family]];
    int givenRight = records[right + starts[given]];
    int familyRight = records[right + starts[family]];
    if (givenLeft < 0 || familyLeft < 0 || givenRight < 0 || familyRight < 0) {
      return pattern;
    }
    int[] sounds = ((NameLikeness) likenesses[given]).sounds();
    boolean turned =
        sounds[givenLeft] == sounds[familyRight] && sounds[familyLeft] == sounds[givenRight];
    if (!turned) {
      return pattern;
    }
    long without = pattern & ~(15L << (4 * given)) & ~(15L << (4 * family));
    return without | ((NameLikeness.TURNED + 1L) << (4 * given));
  }

  static int level(long pattern, int trait) {
    return (int) (pattern >>> (4 * trait)) & 15;
  }

  /// Whether two rows may be one at all: of two lists, one of each.
  boolean mayBeOne(int a, int b) {
    return second == rows || (a < second) != (b < second);
  }

  /// How many pairs of rows there are.
  double pairs() {
    return second == rows ? listed * (listed - 1.0) / 2 : (double) second * (rows - second);
  }
}
