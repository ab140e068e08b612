package org.clew.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Links a batch of records: to each other, or to an index.
public final class Linkage {
  /// The match weight from which records are taken to be one unless the caller says otherwise.
  public static final double DEFAULT_THRESHOLD_BITS = 3;

  static final Comparator<Link> STRONGEST =
      Comparator.<Link>comparingDouble(link -> -link.match().weight())
          .thenComparing(Link::left)
          .thenComparing(Link::right);

  private static final int PER_RECORD = 40;
  private static final int STEP = 64;

  private Linkage() {}

  private record Pair(String left, String right) {
    static Pair of(String a, String b) {
      return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  /// Finds which records of a batch are the same.
  ///
  /// Judgements are hard: [Verdict#SAME] joins whatever the evidence says, [Verdict#DIFFERENT]
  /// keeps two records in different clusters even where a chain of links would join them. Where
  /// judgements contradict each other the result says so.
  ///
  /// @param records with ids of their own; a repeated id is an [IllegalArgumentException]
  /// @param judgements of which those about absent records are passed over
  /// @param thresholdBits the weight from which a pair is linked
  /// @param region ISO 3166 alpha-2 code of the home region, or an empty string
  /// @param progress hears how far it has come, and may stop it
  public static Linked dedupe(
      Collection<LinkRecord> records,
      Collection<Judgement> judgements,
      double thresholdBits,
      String region,
      Progress progress) {
    Map<String, LinkRecord> sorted = new TreeMap<>();
    for (LinkRecord each : records) {
      if (sorted.put(each.id(), each) != null) {
        throw new IllegalArgumentException("two records of the batch have one id");
      }
    }
    LinkIndex index = new LinkIndex(region);
    sorted.values().forEach(index::put);
    Judgements judged = new Judgements(judgements, sorted.keySet());
    Map<Pair, Link> found = new HashMap<>();
    Linked.Ending ending = compare(sorted.values(), index, thresholdBits, found, progress);
    for (Judgement same : judged.same()) {
      Match match = index.between(same.left(), same.right());
      found.put(
          Pair.of(same.left(), same.right()), new Link(same.left(), match, Link.Basis.JUDGEMENT));
    }
    List<Link> links = new ArrayList<>(found.values());
    links.sort(STRONGEST);
    List<Cluster> clusters = cluster(sorted.keySet(), links, judged, thresholdBits, index);
    return new Linked(clusters, links, judged.contradictions(), ending);
  }

  private static Linked.Ending compare(
      Collection<LinkRecord> records,
      LinkIndex index,
      double thresholdBits,
      Map<Pair, Link> found,
      Progress progress) {
    int done = 0;
    for (LinkRecord record : records) {
      if (done % STEP == 0 && progress.heard(done, records.size()) == Progress.Answer.STOP) {
        return Linked.Ending.STOPPED;
      }
      for (Match match : index.query(record, PER_RECORD)) {
        Pair pair = Pair.of(record.id(), match.id());
        if (match.weight() >= thresholdBits && !found.containsKey(pair)) {
          boolean turned = !pair.left.equals(record.id());
          Match kept = turned ? index.between(pair.left, pair.right) : match;
          found.put(pair, new Link(pair.left, kept, Link.Basis.EVIDENCE));
        }
      }
      done++;
    }
    progress.heard(done, records.size());
    return Linked.Ending.DONE;
  }

  private static List<Cluster> cluster(
      Set<String> ids, List<Link> links, Judgements judged, double thresholdBits, LinkIndex index) {
    Clustering clustering =
        new Clustering(ids, thresholdBits, (a, b) -> index.between(a, b).weight());
    for (Link link : links) {
      if (link.basis() == Link.Basis.JUDGEMENT) {
        clustering.bind(link);
      }
    }
    for (Judgement different : judged.different()) {
      clustering.keepApart(different.left(), different.right());
    }
    for (Link link : links) {
      if (link.basis() == Link.Basis.EVIDENCE) {
        clustering.join(link);
      }
    }
    return clustering.clusters();
  }

  /// Finds what each record of a batch is linked to in an index; neither is changed.
  ///
  /// @param thresholdBits the weight from which a pair is linked
  /// @param perRecord how many links a record may have, strongest first
  /// @param progress hears how far it has come, and may stop it
  /// @return links from a record of the batch to a record of the index, in the order of the batch
  public static List<Link> between(
      Collection<LinkRecord> batch,
      LinkIndex index,
      double thresholdBits,
      int perRecord,
      Progress progress) {
    List<Link> out = new ArrayList<>();
    int done = 0;
    for (LinkRecord record : batch) {
      if (done % STEP == 0 && progress.heard(done, batch.size()) == Progress.Answer.STOP) {
        return List.copyOf(out);
      }
      for (Match match : index.query(record, perRecord)) {
        if (match.weight() >= thresholdBits) {
          out.add(new Link(record.id(), match, Link.Basis.EVIDENCE));
        }
      }
      done++;
    }
    progress.heard(done, batch.size());
    return List.copyOf(out);
  }
}
