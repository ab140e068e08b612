package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.linkage.Succession;
import org.clew.tables.Cells;

/// Which row was in which entity in a run before: what `--out` wrote then. Entities are numbered in
/// the order of the file, so that the oldest come first.
final class PreviousRun {

  static final String OPTION = "--previous";

  private static final String ENTITY = "entity_id";

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /// By row of the input, then by row that is no more, its entity.
  private int[] entities;

  private int count;
  private final int rows;

  private PreviousRun(int rows) {
    entities = new int[rows];
    Arrays.fill(entities, Succession.NONE);
    count = rows;
    this.rows = rows;
  }

  /// @param heading under which the ids of rows stand
  /// @throws Ending when it is no such file
  static PreviousRun read(Path file, String heading, LinkInput input) {
    Sheet sheet = Sheet.read(file, new Sheet.Written(Optional.empty(), Optional.empty()));
    int id = sheet.demand(heading);
    int entity = sheet.demand(ENTITY);
    var out = new PreviousRun(input.size());
    Set<String> gone = new HashSet<>();
    sheet.cells(
        row -> {
          String name = cell(sheet, row, id, heading);
          if (!out.take(name, cell(sheet, row, entity, ENTITY), input, gone)) {
            throw Ending.badInput(
                "%s, line %d: row %s is there twice. Is it what --out wrote?"
                    .formatted(sheet.file(), row.line(), name));
          }
          return true;
        });
    out.entities = Arrays.copyOf(out.entities, out.count);
    return out;
  }

  /// Answers whether the row had not been there.
  private boolean take(String row, String entity, LinkInput input, Set<String> gone) {
    int number = numbers.computeIfAbsent(entity, _ -> numbers.size());
    if (number == names.size()) {
      names.add(entity);
    }
    Optional<Integer> found = input.find(row);
    if (found.isPresent()) {
      boolean isFirst = entities[found.get()] == Succession.NONE;
      entities[found.get()] = number;
      return isFirst;
    }
    if (count == entities.length) {
      entities = Arrays.copyOf(entities, count + Math.max(16, count >> 2));
    }
    entities[count++] = number;
    return gone.add(row);
  }

  private static String cell(Sheet sheet, Cells row, int column, String heading) {
    if (column >= row.count() || !row.strip(column)) {
      throw Ending.badInput(
          "%s, line %d: the row has no %s.".formatted(sheet.file(), row.line(), heading));
    }
    return row.text(column);
  }

  /// By member, its entity, or [Succession#NONE]: the rows of the input first, then those that are
  /// no more.
  int[] entities() {
    return entities;
  }

  /// How many rows are no more.
  int gone() {
    return entities.length - rows;
  }

  /// The id of an entity.
  String id(int entity) {
    return names.get(entity);
  }

  /// Whether an entity had this id.
  boolean has(String id) {
    return numbers.containsKey(id);
  }
}
