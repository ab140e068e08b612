package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clew.linkage.Entities;
import org.clew.linkage.Succession;
import org.clew.tables.CellWriter;

/// By what entities are known: the id of their first row, unless they go on from a run before.
final class EntityIds {

  private final LinkInput input;
  private final Entities entities;
  private final Optional<Succeeded> succeeded;

  private EntityIds(LinkInput input, Entities entities, Optional<Succeeded> succeeded) {
    this.input = input;
    this.entities = entities;
    this.succeeded = succeeded;
  }

  /// Those of a first run.
  static EntityIds first(LinkInput input, Entities entities) {
    return new EntityIds(input, entities, Optional.empty());
  }

  /// Those of a run after another: of an entity of before and one of now that share most rows, the
  /// one of now keeps the id ([Succession]).
  static EntityIds after(PreviousRun previous, LinkInput input, Entities entities) {
    return new EntityIds(input, entities, Optional.of(new Succeeded(previous, input, entities)));
  }

  /// Writes the id of the entity that a row is in as the next cell.
  void write(int row, CellWriter out) {
    int first = entities.first(row);
    succeeded
        .map(names -> names.byFirst.get(first))
        .ifPresentOrElse(out::cell, () -> input.writeId(first, out));
  }

  /// Writes what became of the entities of before, and how those of now came to be: one line for
  /// all rows that went from one entity to another, the lines of one event with one number. Answers
  /// it in a sentence.
  String writeEvents(Path file) {
    Succeeded names = succeeded.orElseThrow();
    Map<Succession.Kind, Integer> counts = new TreeMap<>();
    OutFile.csv(
        file,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          csv.row(List.of("event", "kind", "from_id", "to_id", "rows"));
          int[] number = {0};
          names.succession.each(
              event -> {
                number[0]++;
                counts.merge(event.kind(), 1, Integer::sum);
                for (Succession.Part part : event.parts()) {
                  csv.row(
                      List.of(
                          Integer.toString(number[0]),
                          event.kind().name().toLowerCase(Locale.ROOT),
                          names.before(part.from()),
                          names.now(part.to()),
                          Integer.toString(part.members())));
                }
              });
        });
    return String.format(
        Locale.ROOT,
        "Entities since the run before: %,d new, %,d go on, %,d merged of several, %,d split, %,d gone.",
        counts.getOrDefault(Succession.Kind.NEW, 0),
        counts.getOrDefault(Succession.Kind.SAME, 0),
        counts.getOrDefault(Succession.Kind.MERGED, 0),
        counts.getOrDefault(Succession.Kind.SPLIT, 0),
        counts.getOrDefault(Succession.Kind.GONE, 0));
  }

  /// The entities of now beside those of before.
  private static final class Succeeded {
    private final PreviousRun previous;
    private final LinkInput input;
    private final Succession succession;

    /// By number, the first row of an entity of now.
    private final int[] firsts;

    private final Map<Integer, String> byFirst = new HashMap<>();

    private Succeeded(PreviousRun previous, LinkInput input, Entities entities) {
      this.previous = previous;
      this.input = input;
      int rows = input.size();
      int[] numbers = new int[rows];
      int[] now = new int[rows + previous.gone()];
      int[] found = new int[rows];
      int count = 0;
      Arrays.fill(now, Succession.NONE);
      for (int row = 0; row < rows; row++) {
        int first = entities.first(row);
        if (first == row) {
          found[count] = row;
          numbers[row] = count++;
        }
        now[row] = numbers[first];
      }
      firsts = Arrays.copyOf(found, count);
      succession = Succession.of(previous.entities(), now);
      name(now);
    }

    private void name(int[] now) {
      Map<Integer, List<Integer>> nameless = new TreeMap<>();
      for (int entity = 0; entity < firsts.length; entity++) {
        int heir = succession.inherited(entity);
        if (heir == Succession.NONE) {
          nameless.put(entity, new ArrayList<>());
        } else {
          byFirst.put(firsts[entity], previous.id(heir));
        }
      }
      for (int row = 0; row < now.length; row++) {
        if (nameless.containsKey(now[row])) {
          nameless.getOrDefault(now[row], new ArrayList<>()).add(row);
        }
      }
      Set<String> given = new HashSet<>();
      nameless.forEach((entity, rows) -> byFirst.put(firsts[entity], fresh(rows, given)));
    }

    /// The id of its first row whose id no entity of before has. Where all have, that of the first
    /// with a number to it that no row and no entity has.
    private String fresh(List<Integer> rows, Set<String> given) {
      for (int row : rows) {
        if (!previous.has(input.id(row))) {
          return input.id(row);
        }
      }
      for (int number = 2; ; number++) {
        String id = input.id(rows.getFirst()) + "-" + number;
        if (!previous.has(id) && input.find(id).isEmpty() && given.add(id)) {
          return id;
        }
      }
    }

    private String before(int entity) {
      return entity == Succession.NONE ? "" : previous.id(entity);
    }

    private String now(int entity) {
      return entity == Succession.NONE ? "" : byFirst.getOrDefault(firsts[entity], "");
    }
  }
}
