package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// What became of the entities of before: which entity of now goes on under the id of which, and
/// which were merged, split, are new or gone. The same two partitions give the same answer.
///
/// Of all pairs of an entity of before and one of now, the pair that shares most members comes
/// first: the one of now goes on under the id of the one of before, and neither is given again. Of
/// pairs that share equally many the one with the lower numbers comes first, so entities of before
/// are best numbered by age.
///
/// ```java
/// // rows:                           a  b  c  d
/// var ids = Succession.of(new int[] {0, 0, 1, -1},     // before: {a, b} and {c}; d was not there
///                         new int[] {0, 1, 1,  1});    // now: {a} and {b, c, d}
/// ids.inherited(0);   // 0: {a} goes on as {a, b} was called
/// ids.inherited(1);   // 1: {b, c, d} goes on as {c} was called
/// ids.each(System.out::println);   // SPLIT of 0, and MERGED into 1
/// ```
public final class Succession {

  /// No entity: a member that was not there before, or is not there now.
  public static final int NONE = -1;

  /// What happened to entities.
  public enum Kind {
    /// All its members are new.
    NEW,
    /// It goes on; members that were in no entity may have come, and some may be gone.
    SAME,
    /// Members of several are in one.
    MERGED,
    /// Members of one are in several.
    SPLIT,
    /// No member is left.
    GONE
  }

  /// Something that happened, whole: carrying out the parts of all events turns what was before
  /// into what is now. Where an entity gave a part to another that took parts of several, that part
  /// stands in the [Kind#SPLIT] of the one and in the [Kind#MERGED] of the other.
  public record Event(Kind kind, List<Part> parts) {
    public Event {
      parts = List.copyOf(parts);
    }
  }

  /// Members that went the same way.
  ///
  /// @param from the entity of before, or [#NONE]
  /// @param to the entity of now, or [#NONE]
  /// @param members how many, 1 or more
  public record Part(int from, int to, int members) {}

  private final Part[] parts;

  /// By entity of before, how many of now have members of it.
  private final int[] heirs;

  /// By entity of now, how many of before it has members of.
  private final int[] forebears;

  /// By entity of before, how many of its members are gone.
  private final int[] left;

  /// By entity of now, how many of its members are new.
  private final int[] came;

  private final int[] inherited;

  private Succession(Part[] parts, int before, int now) {
    this.parts = parts;
    heirs = new int[before];
    forebears = new int[now];
    left = new int[before];
    came = new int[now];
    inherited = new int[now];
    for (Part part : parts) {
      if (part.from == NONE) {
        came[part.to] = part.members;
      } else if (part.to == NONE) {
        left[part.from] = part.members;
      } else {
        heirs[part.from]++;
        forebears[part.to]++;
      }
    }
    inherit();
  }

  /// Compares two partitions of the same members.
  ///
  /// @param before by member, the number of its entity before, from 0, or [#NONE]
  /// @param now by member, the number of its entity now, from 0, or [#NONE]
  public static Succession of(int[] before, int[] now) {
    if (before.length != now.length) {
      throw new IllegalArgumentException("two partitions are of the same members");
    }
    long[] moves = new long[before.length];
    int count = 0;
    for (int member = 0; member < before.length; member++) {
      if (before[member] < NONE || now[member] < NONE) {
        throw new IllegalArgumentException("an entity has a number from 0");
      }
      if (before[member] != NONE || now[member] != NONE) {
        moves[count++] = (long) (before[member] + 1) << 32 | (now[member] + 1);
      }
    }
    Arrays.sort(moves, 0, count);
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < count; ) {
      int to = from;
      while (to < count && moves[to] == moves[from]) {
        to++;
      }
      parts.add(new Part((int) (moves[from] >>> 32) - 1, (int) moves[from] - 1, to - from));
      from = to;
    }
    return new Succession(parts.toArray(Part[]::new), count(before), count(now));
  }

  private static int count(int[] entities) {
    return Arrays.stream(entities).max().orElse(NONE) + 1;
  }

  private void inherit() {
    Arrays.fill(inherited, NONE);
    long[] order = new long[parts.length];
    int count = 0;
    for (int part = 0; part < parts.length; part++) {
      if (parts[part].from != NONE && parts[part].to != NONE) {
        // The parts stand in the order of their numbers: most members first, then that order.
        order[count++] = (long) (Integer.MAX_VALUE - parts[part].members) << 32 | part;
      }
    }
    Arrays.sort(order, 0, count);
    boolean[] given = new boolean[heirs.length];
    for (int i = 0; i < count; i++) {
      Part part = parts[(int) order[i]];
      if (!given[part.from] && inherited[part.to] == NONE) {
        given[part.from] = true;
        inherited[part.to] = part.from;
      }
    }
  }

  /// The entity of before under whose id one of now goes on, or [#NONE] where it needs a new id.
  public int inherited(int now) {
    return inherited[now];
  }

  /// Hands over what happened: first what became of those of before that are gone or were split, by
  /// their numbers, then how those of now came to be, by theirs.
  public void each(Consumer<Event> taker) {
    for (int from = 0; from < parts.length; ) {
      int to = end(parts, from, Ending.FROM);
      int before = parts[from].from;
      if (before != NONE && heirs[before] != 1) {
        taker.accept(ended(before, from, to));
      }
      from = to;
    }
    Part[] byNow = byNow();
    for (int from = 0; from < byNow.length; ) {
      int to = end(byNow, from, Ending.TO);
      int now = byNow[from].to;
      if (now != NONE) {
        became(now, Arrays.asList(byNow).subList(from, to), taker);
      }
      from = to;
    }
  }

  private Event ended(int before, int from, int to) {
    List<Part> all = new ArrayList<>(Arrays.asList(parts).subList(from, to));
    if (heirs[before] == 0) {
      return new Event(Kind.GONE, all);
    }
    for (int i = from; i < to; i++) {
      int now = parts[i].to;
      if (now != NONE && forebears[now] == 1 && came[now] > 0) {
        all.add(new Part(NONE, now, came[now]));
      }
    }
    return new Event(Kind.SPLIT, all);
  }

  private void became(int now, List<Part> from, Consumer<Event> taker) {
    List<Part> all = new ArrayList<>(from);
    for (Part part : from) {
      if (part.from != NONE && heirs[part.from] == 1 && left[part.from] > 0) {
        all.add(new Part(part.from, NONE, left[part.from]));
      }
    }
    if (forebears[now] == 0) {
      taker.accept(new Event(Kind.NEW, all));
    } else if (forebears[now] > 1) {
      taker.accept(new Event(Kind.MERGED, all));
    } else if (heirs[from.getLast().from] == 1) {
      taker.accept(new Event(Kind.SAME, all));
    }
  }

  private enum Ending {
    FROM,
    TO
  }

  private static int end(Part[] parts, int from, Ending ending) {
    int to = from + 1;
    while (to < parts.length
        && (ending == Ending.FROM
            ? parts[to].from == parts[from].from
            : parts[to].to == parts[from].to)) {
      to++;
    }
    return to;
  }

  private Part[] byNow() {
    long[] order = new long[parts.length];
    for (int part = 0; part < order.length; part++) {
      order[part] = (long) (parts[part].to + 1) << 32 | part;
    }
    Arrays.sort(order);
    Part[] out = new Part[parts.length];
    Arrays.setAll(out, i -> parts[(int) order[i]]);
    return out;
  }
}
