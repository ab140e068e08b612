package org.clew.disclosure.audit;

import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;

/// Somebody who has the rows of a release and nothing else of the list, and tries them on people.
final class Outsider {

  private static final int PREDICATES = 1_000;
  private static final int TRIES = 20_000;

  /// How many cells may be looked at for one attack.
  private static final double PATIENCE = 6e8;

  private final Microdata rows;
  private final Microdata released;
  private final Microdata control;
  private final SplittableRandom lots;

  /// @param rows of the release
  /// @param released the people it was made of
  /// @param control as many others, who were kept out
  Outsider(Microdata rows, Microdata released, Microdata control, SplittableRandom lots) {
    this.rows = rows;
    this.released = released;
    this.control = control;
    this.lots = lots;
  }

  /// Takes rows that are there once for people.
  Attack wholeRows() {
    Map<ShortBuffer, Integer> here = counts(rows);
    return new Attack(
        Attack.Kind.WHOLE_ROW, List.of(), alone(here, released), alone(here, control));
  }

  private static Rate alone(Map<ShortBuffer, Integer> here, Microdata people) {
    Map<ShortBuffer, Integer> there = counts(people);
    int tries = 0;
    int hits = 0;
    for (Map.Entry<ShortBuffer, Integer> row : here.entrySet()) {
      if (row.getValue() == 1) {
        tries++;
        hits += there.getOrDefault(row.getKey(), 0) == 1 ? 1 : 0;
      }
    }
    return new Rate(hits, tries);
  }

  private static Map<ShortBuffer, Integer> counts(Microdata data) {
    Map<ShortBuffer, Integer> counts = new HashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      counts.merge(ShortBuffer.wrap(row(data, row)), 1, Integer::sum);
    }
    return counts;
  }

  private static short[] row(Microdata data, int number) {
    short[] row = new short[data.width()];
    for (int column = 0; column < row.length; column++) {
      row[column] = (short) data.code(number, column);
    }
    return row;
  }

  /// Takes values together that one row has to be one person's.
  Attack valuesTogether() {
    int tries = 0;
    int hits = 0;
    int others = 0;
    for (int i = 0; i < TRIES && tries < PREDICATES; i++) {
      short[] row = row(rows, lots.nextInt(rows.rows()));
      int[] known = IntStream.range(0, row.length).filter(column -> row[column] != 0).toArray();
      if (known.length == 0) {
        continue;
      }
      int length = 1 + lots.nextInt(known.length);
      Lots.shuffle(known, length, lots);
      int[] columns = Arrays.copyOf(known, length);
      if (alike(rows, columns, row).length == 1) {
        tries++;
        hits += alike(released, columns, row).length == 1 ? 1 : 0;
        others += alike(control, columns, row).length == 1 ? 1 : 0;
      }
    }
    return new Attack(
        Attack.Kind.VALUES_TOGETHER, List.of(), new Rate(hits, tries), new Rate(others, tries));
  }

  /// The first two rows, at most, that have the codes of another in some columns.
  private static int[] alike(Microdata data, int[] columns, short[] row) {
    return IntStream.range(0, data.rows())
        .filter(
            number -> {
              for (int column : columns) {
                if (data.code(number, column) != row[column]) {
                  return false;
                }
              }
              return true;
            })
        .limit(2)
        .toArray();
  }

  /// Links people by some columns.
  ///
  /// @param numbers of those people, of each side
  Attack linkage(int[] columns, int[] numbers) {
    return new Attack(
        Attack.Kind.LINKAGE,
        IntStream.of(columns).boxed().toList(),
        linked(released, columns, numbers),
        linked(control, columns, numbers));
  }

  private Rate linked(Microdata people, int[] columns, int[] numbers) {
    int claims = 0;
    int right = 0;
    for (int number : numbers) {
      short[] person = row(people, number);
      int[] alike = alike(rows, columns, person);
      if (alike.length == 1) {
        claims++;
        right += saysAllOf(person, columns, alike[0]) ? 1 : 0;
      }
    }
    return new Rate(right, claims);
  }

  /// Whether a row has all else that is known of a person, and there is something.
  private boolean saysAllOf(short[] person, int[] columns, int row) {
    int known = 0;
    for (int column = 0; column < person.length; column++) {
      int at = column;
      if (person[column] != 0 && IntStream.of(columns).noneMatch(each -> each == at)) {
        known++;
        if (rows.code(row, column) != person[column]) {
          return false;
        }
      }
    }
    return known > 0;
  }

  /// How many people an attack that looks at all rows can be tried on.
  int patience(int most) {
    return (int) Math.clamp(PATIENCE / rows.rows() / rows.width(), Math.min(50, most), most);
  }

  /// Guesses each value that is known of people from all their others.
  ///
  /// @param numbers of those people, of each side
  List<Attack> inference(int[] numbers) {
    Guesses right = guesses(released, numbers);
    Guesses wrong = guesses(control, numbers);
    List<Attack> out = new ArrayList<>();
    for (int column = 0; column < rows.width(); column++) {
      out.add(
          new Attack(
              Attack.Kind.INFERENCE, List.of(column), right.rate(column), wrong.rate(column)));
    }
    return out;
  }

  /// By column.
  private static final class Guesses {
    private final int[] tries;
    private final int[] hits;

    Guesses(int width) {
      tries = new int[width];
      hits = new int[width];
    }

    Rate rate(int column) {
      return new Rate(hits[column], tries[column]);
    }
  }

  private Guesses guesses(Microdata people, int[] numbers) {
    var guesses = new Guesses(rows.width());
    int[] nearest = new int[rows.width()];
    int[] ties = new int[rows.width()];
    int[] guess = new int[rows.width()];
    for (int number : numbers) {
      short[] person = row(people, number);
      Arrays.fill(nearest, Integer.MAX_VALUE);
      for (int row = 0; row < rows.rows(); row++) {
        int differing = 0;
        for (int column = 0; column < person.length; column++) {
          differing += rows.code(row, column) == person[column] ? 0 : 1;
        }
        for (int column = 0; column < person.length; column++) {
          int code = rows.code(row, column);
          int without = differing - (code == person[column] ? 0 : 1);
          if (without < nearest[column]) {
            nearest[column] = without;
            ties[column] = 0;
          }
          if (without == nearest[column]) {
            ties[column]++;
            if (lots.nextInt(ties[column]) == 0) {
              guess[column] = code;
            }
          }
        }
      }
      for (int column = 0; column < person.length; column++) {
        if (person[column] != 0) {
          guesses.tries[column]++;
          guesses.hits[column] += guess[column] == person[column] ? 1 : 0;
        }
      }
    }
    return guesses;
  }
}
