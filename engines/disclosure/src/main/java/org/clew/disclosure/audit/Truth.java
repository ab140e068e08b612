package org.clew.disclosure.audit;

import java.util.List;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Scope;
import org.clew.disclosure.synthesis.Combination;

/// How many people really have a combination. Asked about one scope after the other, it counts each
/// once.
final class Truth {

  private final Microdata people;
  private final int[] room;
  private List<Integer> columns = List.of();
  private Scope scope;
  private int[] there;

  Truth(Microdata people) {
    this.people = people;
    room = new int[people.rows()];
    scope = Scope.of(people.sizes());
    there = new int[1];
  }

  /// How many there are.
  int of(Combination each) {
    if (!each.columns().equals(columns)) {
      columns = each.columns();
      scope = Scope.of(people.sizes(), columns.stream().mapToInt(Integer::intValue).toArray());
      there = scope.count(people, room);
    }
    int cell = 0;
    for (int place = 0; place < columns.size(); place++) {
      cell += each.codes().get(place) * scope.stride(place);
    }
    return there[cell];
  }

  /// The columns of the combination that was asked about last.
  Scope scope() {
    return scope;
  }
}
