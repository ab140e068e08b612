package org.clew.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.clew.linkage.EntityEvent.Cause;
import org.clew.linkage.EntityEvent.Said;

/// Records put together as they come: which are one, under ids that last, with an event for
/// everything that changes. The online counterpart of [Batch#dedupe].
///
/// A record is linked to those of the index that it matches when it is written; what ties records
/// are these links and people's judgements, and who is one with whom follows from the ties alone,
/// by the same sweep as in a batch: strongest first, none of two that were judged
/// [Verdict#DIFFERENT], and a link between two groups must be borne out by their other pairs. A
/// change looks again at what its records are tied to, and at nothing else; groups larger than
/// [Settings#limit] are taken apart by their weaker links first. Weights stay as they were when the
/// younger of two records was written; [#reweigh] weighs all of them by what is known by now.
///
/// Ids last: see [Regrouping]. Judgements about records that are not there bind once they are. Safe
/// for use by many threads; [#index] answers queries beside it.
///
/// ```java
/// var known = new OnlineEntities("GB", number -> "E" + number);
/// known.put(new LinkRecord("7", List.of(
///     new Value(Kind.NAME, "Amina Haddad"), new Value(Kind.PHONE, "07700 900188"))), now);
/// String entity = known.of("7").orElseThrow();   // E1, and so it stays
/// known.judge(new Judgement("7", "8", Verdict.SAME), new Said("Marta", now, "same tattoo"));
/// known.resolve(entity);                           // where it is by now
/// ```
public final class OnlineEntities {

  /// How records are put together.
  ///
  /// @param thresholdBits the weight from which two records are linked
  /// @param linksPerRecord links that a record brings when it is written, the strongest
  /// @param limit records that a change looks at, from one tied to another: larger groups are taken
  ///   apart by their weaker links, unless judgements hold them together
  public record Settings(double thresholdBits, int linksPerRecord, int limit) {
    /// Links what is as likely as 99 to 1 ([Strength#STRONG]); the rest is for people to judge.
    public static final Settings DEFAULT = new Settings(6.6, 10, 500);

    public Settings {
      if (Double.isNaN(thresholdBits)) {
        throw new IllegalArgumentException("thresholdBits must be a number");
      }
      if (linksPerRecord < 1 || linksPerRecord > Limits.MATCHES) {
        throw new IllegalArgumentException("linksPerRecord must be 1 to " + Limits.MATCHES);
      }
      if (limit < 1) {
        throw new IllegalArgumentException("limit must be 1 or more: " + limit);
      }
    }
  }

  private final LinkIndex index;
  private final Settings settings;
  private final JudgedPairs judged = new JudgedPairs();
  private final Named named;
  private PairBits links = new PairBits();

  /// Weights of pairs that are no links, as they were when the sweep first asked for them.
  private PairBits others = new PairBits();

  /// @param region home region, as [LinkIndex] takes it
  /// @param naming gives the id of the first, the second, … entity; no two alike
  public OnlineEntities(String region, LongFunction<String> naming) {
    this(region, naming, Settings.DEFAULT);
  }

  /// @param region home region, as [LinkIndex] takes it
  /// @param naming gives the id of the first, the second, … entity; no two alike
  public OnlineEntities(String region, LongFunction<String> naming, Settings settings) {
    this.index = new LinkIndex(region);
    this.named = new Named(naming);
    this.settings = settings;
  }

  /// The records, to be asked and not to be changed but through here.
  public LinkIndex index() {
    return index;
  }

  /// Begins with records that are there, and the entities that are known of them: of an earlier
  /// run, or of [Batch]. Takes one query a record.
  ///
  /// @param previous by record, its entity; the oldest entities first
  /// @return what that changed; nothing, and nothing is begun, if it was stopped
  public synchronized List<EntityEvent> begin(
      Collection<LinkRecord> records, Map<String, String> previous, Instant at, Progress progress) {
    if (index.size() > 0 || named.size() > 0) {
      throw new IllegalStateException("it has begun");
    }
    records.forEach(index::put);
    named.begin(previous);
    Optional<List<EntityEvent>> events = weighAnew(at, progress);
    if (events.isEmpty()) {
      records.forEach(record -> index.remove(record.id()));
      named.clear();
    }
    return events.orElse(List.of());
  }

  /// Adds a record, or takes the place of the one with the same id.
  public synchronized List<EntityEvent> put(LinkRecord record, Instant at) {
    String id = record.id();
    Set<String> touched = tied(id);
    index.put(record);
    PairBits anew = new PairBits();
    link(id, anew);
    touched.addAll(anew.of(id).keySet());
    touched.add(id);
    Set<String> before = around(touched);
    links.forget(id);
    others.forget(id);
    anew.of(id).forEach((other, weight) -> links.put(id, other, weight));
    return regroup(Set.of(), before, touched, new Cause.Put(id), at);
  }

  /// Forgets a record. What was judged about it binds again if it comes back.
  public synchronized List<EntityEvent> remove(String id, Instant at) {
    if (!index.holds(id)) {
      return List.of();
    }
    Set<String> touched = tied(id);
    Set<String> before = around(touched);
    links.forget(id);
    others.forget(id);
    index.remove(id);
    touched.remove(id);
    before.remove(id);
    return regroup(Set.of(id), before, touched, new Cause.Removed(id), at);
  }

  /// Judges two records; takes the place of what was judged about the two before.
  public synchronized List<EntityEvent> judge(Judgement judgement, Said said) {
    if (judgement.left().equals(judgement.right())) {
      throw new IllegalArgumentException("a record cannot be judged against itself");
    }
    Set<String> touched = held(judgement);
    Set<String> before = around(touched);
    judged.put(judgement);
    return regroup(Set.of(), before, touched, new Cause.Judged(judgement, said), said.at());
  }

  /// Takes back what was judged about two records.
  public synchronized List<EntityEvent> undo(String left, String right, Said said) {
    Optional<Judgement> judgement = judged.of(left, right);
    if (judgement.isEmpty()) {
      return List.of();
    }
    Set<String> touched = held(judgement.get());
    Set<String> before = around(touched);
    judged.remove(left, right);
    var cause = new Cause.Undone(judgement.get(), said);
    return regroup(Set.of(), before, touched, cause, said.at());
  }

  /// Weighs all records by what is known of all of them by now, and puts them together anew:
  /// whatever came in whichever order, the entities are the same. Takes one query a record.
  ///
  /// @return what that changed; nothing changes if it was stopped
  public synchronized List<EntityEvent> reweigh(Instant at, Progress progress) {
    return weighAnew(at, progress).orElse(List.of());
  }

  /// The entity that a record is in.
  public synchronized Optional<String> of(String record) {
    return named.of(record);
  }

  /// The records of an entity; none if there is no such entity, or no more.
  public synchronized SortedSet<String> records(String entity) {
    return new TreeSet<>(named.records(entity));
  }

  /// Where an entity is by now. Itself while it is there; once it ended, those that its last
  /// records are in, or, where none of them is left, those it ended in. Empty where nothing is left
  /// of it, or it never was.
  public synchronized Set<String> resolve(String entity) {
    return named.resolve(entity);
  }

  /// How many entities there are, those of one record too.
  public synchronized int size() {
    return named.size();
  }

  /// Judgements about records that are there which cannot all hold.
  public synchronized List<Contradiction> contradictions() {
    Set<String> there = new TreeSet<>(judged.records());
    there.removeIf(record -> !index.holds(record));
    return List.copyOf(new Judgements(judged.within(there), there).contradictions());
  }

  /// What the entities are when all records are looked at, and not only those that a change
  /// concerns.
  synchronized List<Set<String>> afresh() {
    return grouped(index.ids());
  }

  private Optional<List<EntityEvent>> weighAnew(Instant at, Progress progress) {
    PairBits anew = new PairBits();
    List<String> records = index.ids();
    for (int done = 0; done < records.size(); done++) {
      if (done % 64 == 0 && progress.heard(done, records.size()) == Progress.Answer.STOP) {
        return Optional.empty();
      }
      link(records.get(done), anew);
    }
    progress.heard(records.size(), records.size());
    links = anew;
    others = new PairBits();
    Set<String> gone = new TreeSet<>(named.recordIds());
    records.forEach(gone::remove);
    return Optional.of(regroup(gone, records, records, new Cause.Reweighed(), at));
  }

  private void link(String id, PairBits into) {
    for (Match match : index.near(id, settings.linksPerRecord)) {
      if (match.weight() >= settings.thresholdBits) {
        into.put(id, match.id(), (float) match.weight());
      }
    }
  }

  /// A record and all it is, or would be, tied to.
  private Set<String> tied(String id) {
    Set<String> out = new TreeSet<>(links.of(id).keySet());
    out.addAll(judged.sameAs(id));
    out.removeIf(record -> !named.has(record));
    if (named.has(id)) {
      out.add(id);
    }
    return out;
  }

  private Set<String> held(Judgement judgement) {
    Set<String> out = new TreeSet<>(List.of(judgement.left(), judgement.right()));
    out.removeIf(record -> !index.holds(record));
    return out;
  }

  private Ties ties(Predicate<String> there) {
    return new Ties(
        links,
        record ->
            there.test(record) ? judged.sameAs(record).stream().filter(there).toList() : List.of(),
        settings.thresholdBits,
        settings.limit);
  }

  /// All records that can be felt by some, by the ties there were.
  private Set<String> around(Collection<String> records) {
    Set<String> out = new TreeSet<>();
    ties(named::has).groups(records).forEach(out::addAll);
    return out;
  }

  /// Looks again at what records are tied to, as it was and as it is.
  private List<EntityEvent> regroup(
      Collection<String> gone,
      Collection<String> before,
      Collection<String> touched,
      Cause cause,
      Instant at) {
    Set<String> concerned = new TreeSet<>(before);
    concerned.addAll(touched);
    return named.regroup(gone, grouped(concerned), index::holds, cause, at);
  }

  /// What records are one with.
  private List<Set<String>> grouped(Collection<String> records) {
    List<Set<String>> out = new ArrayList<>();
    for (SortedSet<String> group : ties(index::holds).groups(records)) {
      out.addAll(swept(group));
    }
    return out;
  }

  /// A group taken apart into what is one.
  private Collection<Set<String>> swept(SortedSet<String> group) {
    List<String> records = List.copyOf(group);
    Map<String, Integer> numbers = new HashMap<>();
    records.forEach(record -> numbers.put(record, numbers.size()));
    var sweep =
        new Sweep(
            records.size(),
            (left, right) -> weight(records.get(left), records.get(right)),
            settings.thresholdBits);
    var judgements = new Judgements(judged.within(group), new HashSet<>(group));
    for (Judgement each : judgements.same()) {
      sweep.bind(number(numbers, each.left()), number(numbers, each.right()));
    }
    for (Judgement each : judgements.different()) {
      sweep.keepApart(number(numbers, each.left()), number(numbers, each.right()));
    }
    for (Linked link : strongestFirst(records, numbers)) {
      sweep.join(link.left, link.right, link.weight);
    }
    Map<Integer, Set<String>> out = new TreeMap<>();
    for (int row = 0; row < records.size(); row++) {
      out.computeIfAbsent(sweep.root(row), _ -> new TreeSet<>()).add(records.get(row));
    }
    return out.values();
  }

  private static int number(Map<String, Integer> numbers, String record) {
    return numbers.getOrDefault(record, -1);
  }

  private record Linked(int left, int right, float weight) {}

  private List<Linked> strongestFirst(List<String> records, Map<String, Integer> numbers) {
    List<Linked> out = new ArrayList<>();
    for (int row = 0; row < records.size(); row++) {
      int left = row;
      links
          .of(records.get(row))
          .forEach(
              (other, weight) -> {
                int right = number(numbers, other);
                if (right > left) {
                  out.add(new Linked(left, right, weight));
                }
              });
    }
    out.sort(
        (a, b) -> {
          int heavier = Float.compare(b.weight, a.weight);
          int earlier = heavier != 0 ? heavier : Integer.compare(a.left, b.left);
          return earlier != 0 ? earlier : Integer.compare(a.right, b.right);
        });
    return out;
  }

  private double weight(String left, String right) {
    Float link = links.get(left, right);
    Float known = link != null ? link : others.get(left, right);
    if (known != null) {
      return known;
    }
    float weighed = (float) index.weight(left, right);
    others.put(left, right, weighed);
    return weighed;
  }
}
