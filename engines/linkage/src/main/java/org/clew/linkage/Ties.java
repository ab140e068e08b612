package org.clew.linkage;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// What ties records to one another: links, and judgements that two are one.
///
/// A group is what can be reached over ties. One that grows larger than a limit is taken apart by
/// its weaker links, a bit at a time, until what a record can reach is no larger. So a change is
/// felt no further than a limit, and which records are a group follows from the ties alone, not
/// from the order in which they came.
///
/// @param links weights, none below `least`
/// @param sameAs the records that a record was judged to be one with
/// @param least bits of the weakest link
/// @param limit records of a group, unless judgements alone hold more together
record Ties(
    PairBits links,
    Function<String, ? extends Collection<String>> sameAs,
    double least,
    int limit) {
  private static final double STEP_BITS = 1;
  private static final double MOST_BITS = 64;

  /// The groups of some records, each once, in the order of their first records.
  List<SortedSet<String>> groups(Collection<String> records) {
    Set<String> seen = new HashSet<>();
    Map<String, SortedSet<String>> out = new TreeMap<>();
    for (String record : records) {
      if (!seen.contains(record)) {
        SortedSet<String> group = group(record);
        seen.addAll(group);
        out.put(group.first(), group);
      }
    }
    return List.copyOf(out.values());
  }

  private SortedSet<String> group(String record) {
    for (double bits = least; bits <= MOST_BITS; bits += STEP_BITS) {
      SortedSet<String> reached = reach(record, bits, limit);
      if (reached.size() <= limit) {
        return reached;
      }
    }
    return reach(record, Double.POSITIVE_INFINITY, Integer.MAX_VALUE);
  }

  /// What can be reached over judgements and over links of at least a weight; more than so many
  /// records are not all looked for.
  private SortedSet<String> reach(String record, double bits, int most) {
    SortedSet<String> seen = new TreeSet<>(Set.of(record));
    Deque<String> edge = new ArrayDeque<>(seen);
    while (!edge.isEmpty() && seen.size() <= most) {
      String here = edge.remove();
      for (String other : sameAs.apply(here)) {
        if (seen.add(other)) {
          edge.add(other);
        }
      }
      for (Map.Entry<String, Float> link : links.of(here).entrySet()) {
        if (link.getValue() >= bits && seen.size() <= most && seen.add(link.getKey())) {
          edge.add(link.getKey());
        }
      }
    }
    return seen;
  }
}
