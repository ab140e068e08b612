package org.clew.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Records held ready to be asked "have we seen this before?". One index per organisation.
///
/// Safe for use by many threads: queries run side by side, a write waits for them and they for it.
/// Everything is held in memory and rebuilt by [#put]; nothing is read or written elsewhere.
///
/// ```java
/// var index = new LinkIndex("GB");
/// index.put(new LinkRecord("7", List.of(
///     new Value(Kind.NAME, "Amina Haddad"), new Value(Kind.PHONE, "07700 900188"))));
/// List<Match> known = index.queryAny(FreeText.read("+44 7700 900188", "GB"), 10);
/// ```
public final class LinkIndex {
  private static final Comparator<Match> STRONGEST =
      Comparator.<Match>comparingDouble(match -> -match.weight()).thenComparing(Match::id);

  private final String region;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Postings postings = new Postings();
  private final Lexicons lexicons = new Lexicons();
  private final Search search = new Search(postings, lexicons);
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<@Nullable Prepared> records = new ArrayList<>();
  private final BitSet free = new BitSet();
  private final Holders holders = new Holders();

  /// An empty index that knows no home region: phones need their country code to be recognised in
  /// another notation, and match by their digits otherwise.
  public LinkIndex() {
    this("");
  }

  /// An empty index.
  ///
  /// @param region ISO 3166 alpha-2 code of the region whose national phone numbers and ways of
  ///   writing dates are meant where a value does not say, or an empty string
  public LinkIndex(String region) {
    this.region = Objects.requireNonNull(region, "region");
  }

  /// Adds a record, or takes the place of the one with the same id.
  public void put(LinkRecord written) {
    Prepared read = Prepared.of(written.id(), written.values(), region);
    long[] keys = read.keys();
    lock.writeLock().lock();
    try {
      drop(written.id());
      int number = free.isEmpty() ? records.size() : free.nextSetBit(0);
      free.clear(number);
      Prepared held = read.with((kind, word) -> lexicons.of(kind).hold(word));
      if (number == records.size()) {
        records.add(held);
      } else {
        records.set(number, held);
      }
      numbers.put(written.id(), number);
      for (long key : keys) {
        postings.add(key, number);
      }
      held.words(word -> word.count(postings));
      holders.add(held.kinds(), 1);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Forgets a record and everything only it said.
  ///
  /// @return whether it was there
  public boolean remove(String id) {
    lock.writeLock().lock();
    try {
      return drop(id);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean drop(String id) {
    Integer number = numbers.remove(id);
    Prepared held = number == null ? null : records.set(number, null);
    if (number == null || held == null) {
      return false;
    }
    for (long key : held.keys()) {
      postings.remove(key, number);
    }
    held.words(word -> word.count(postings));
    lexicons.release(held);
    holders.add(held.kinds(), -1);
    free.set(number);
    return true;
  }

  /// How many records it holds.
  public int size() {
    lock.readLock().lock();
    try {
      return numbers.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Records that may be this one, strongest first; never the record with the same id. All values
  /// are taken to be said of one and the same thing, so that those which differ count against.
  ///
  /// @param limit how many at most, 1 to [Limits#MATCHES]
  public List<Match> query(LinkRecord asked, int limit) {
    return query(Prepared.of(asked.id(), asked.values(), region), limit, Weighing::all);
  }

  /// Records of which all this may have been said, strongest first.
  ///
  /// @param asked values of one and the same thing; those that differ count against
  /// @param limit how many at most, 1 to [Limits#MATCHES]
  public List<Match> query(List<Value> asked, int limit) {
    return query(Prepared.of("", asked, region), limit, Weighing::all);
  }

  /// Records that agree with any of several readings of what somebody typed, strongest first. A
  /// reading that does not agree counts for nothing, and of readings of the same characters only
  /// the best counts.
  ///
  /// @param readings as [FreeText#read] gives them
  /// @param limit how many at most, 1 to [Limits#MATCHES]
  public List<Match> queryAny(List<Value> readings, int limit) {
    return query(Prepared.of("", readings, region), limit, Weighing::any);
  }

  /// Why, or why not, one record is the one asked about: the same figures as [#query] would give.
  ///
  /// @return nothing if there is no such record
  public Optional<Match> compare(List<Value> asked, String id) {
    return compare(Prepared.of("", asked, region), id);
  }

  /// Why, or why not, two records are one: the same figures as [#query] would give.
  ///
  /// @param asked a record, in the index or not
  /// @return nothing if there is no record of that id
  public Optional<Match> compare(LinkRecord asked, String id) {
    return compare(Prepared.of(asked.id(), asked.values(), region), id);
  }

  private Optional<Match> compare(Prepared asked, String id) {
    lock.readLock().lock();
    try {
      Prepared found = held(id);
      if (found == null) {
        return Optional.empty();
      }
      List<Evidence> evidence = Weighing.all(known(asked), found, counts(inside(asked)));
      return Optional.of(Weighing.told(Match.of(id, prior(), evidence)));
    } finally {
      lock.readLock().unlock();
    }
  }

  @FunctionalInterface
  private interface Weigher {
    List<Evidence> weigh(Prepared asked, Prepared found, Counts counts);
  }

  private Prepared known(Prepared asked) {
    return asked.with((kind, word) -> lexicons.of(kind).known(word));
  }

  private List<Match> query(Prepared prepared, int limit, Weigher weigher) {
    if (limit < 1 || limit > Limits.MATCHES) {
      throw new IllegalArgumentException("limit must be 1 to " + Limits.MATCHES + ": " + limit);
    }
    int most = Math.clamp(limit * 4L, 80, Math.max(Limits.CANDIDATES, limit));
    lock.readLock().lock();
    try {
      Prepared asked = known(prepared);
      Counts counts = counts(inside(asked));
      List<Match> out = new ArrayList<>();
      for (int number : search.candidates(asked, records.size(), numbers.size(), most)) {
        Prepared found = records.get(number);
        if (found != null && !found.id().equals(asked.id())) {
          List<Evidence> evidence = weigher.weigh(asked, found, counts);
          if (!evidence.isEmpty() && evidence.getFirst().bits() > 0) {
            out.add(Match.of(found.id(), prior(), evidence));
          }
        }
      }
      out.sort(STRONGEST);
      return out.stream().limit(limit).map(Weighing::told).toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Records that may be one with a record it holds, strongest first.
  ///
  /// @param limit how many at most, 1 to [Limits#MATCHES]
  List<Match> near(String id, int limit) {
    Prepared held = lookedUp(id);
    return held == null ? List.of() : query(held, limit, Weighing::all);
  }

  /// The match weight of two records it holds, in bits, as [#compare] gives it.
  double weight(String left, String right) {
    lock.readLock().lock();
    try {
      Prepared one = held(left);
      Prepared other = held(right);
      if (one == null || other == null) {
        throw new IllegalArgumentException("both records must be held");
      }
      return Match.of(right, prior(), Weighing.all(one, other, counts(2))).weight();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Ids of all records, sorted.
  List<String> ids() {
    lock.readLock().lock();
    try {
      return numbers.keySet().stream().sorted().toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Whether there is a record of that id.
  boolean holds(String id) {
    return lookedUp(id) != null;
  }

  private @Nullable Prepared lookedUp(String id) {
    lock.readLock().lock();
    try {
      return held(id);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// How many keys it holds; none when it holds no record.
  int keyCount() {
    return postings.size();
  }

  /// How many words it holds; none when it holds no record.
  int wordCount() {
    return lexicons.size();
  }

  private @Nullable Prepared held(String id) {
    Integer number = numbers.get(id);
    return number == null ? null : records.get(number);
  }

  /// How many of two records that are compared are counted in the index.
  private int inside(Prepared asked) {
    return !asked.id().isEmpty() && numbers.containsKey(asked.id()) ? 2 : 1;
  }

  private Counts counts(int inside) {
    return new Counts(postings, holders, inside);
  }

  /// One record in all is taken to be the one asked about; an index of a few is a part of a world
  /// of many, so that a first name alone is never enough.
  private double prior() {
    return Model.step(-Math.log(numbers.size() + 1000.0) / Math.log(2));
  }
}
