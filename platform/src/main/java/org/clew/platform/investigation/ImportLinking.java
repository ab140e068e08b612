package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.clew.linkage.Link;
import org.clew.linkage.LinkIndex;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.Linkage;
import org.clew.linkage.Progress;

/// Looks for what the records of an import are connected to: one pass over the index that holds
/// them and all the others, by as many hands as there are processors.
final class ImportLinking {

  private static final int HANDS_MOST = 4;

  /// What was found, strongest first, every pair once.
  ///
  /// @param inside between two records of the import
  /// @param outside from a record of the import to one that is not
  record Links(List<ImportLinkStore.Pair> inside, List<ImportLinkStore.Pair> outside) {}

  private ImportLinking() {}

  /// Looks, and tells how many records it has looked for.
  ///
  /// @param stops is told how many records are done, and answers whether to stop
  static Links look(List<LinkRecord> batch, LinkIndex index, LongPredicate stops) {
    int hands = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, HANDS_MOST);
    var done = new AtomicLong();
    var links = new ArrayList<Link>();
    try (ExecutorService pool = Executors.newFixedThreadPool(hands)) {
      List<Future<List<Link>>> parts = new ArrayList<>();
      int each = Math.max(1, (batch.size() + hands - 1) / hands);
      for (int from = 0; from < batch.size(); from += each) {
        List<LinkRecord> part = batch.subList(from, Math.min(batch.size(), from + each));
        parts.add(pool.submit(() -> look(part, index, done, stops)));
      }
      for (Future<List<Link>> part : parts) {
        links.addAll(part.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return sorted(batch, links);
  }

  private static List<Link> look(
      List<LinkRecord> part, LinkIndex index, AtomicLong done, LongPredicate stops) {
    var own = new AtomicLong();
    Progress progress =
        (now, _) -> {
          long all = done.addAndGet(now - own.getAndSet(now));
          return stops.test(all) ? Progress.Answer.STOP : Progress.Answer.GO_ON;
        };
    return Linkage.between(
        part, index, Linkage.DEFAULT_THRESHOLD_BITS, Limits.LINKS_PER_RECORD, progress);
  }

  private static Links sorted(List<LinkRecord> batch, List<Link> links) {
    Set<String> own = new HashSet<>();
    batch.forEach(record -> own.add(record.id()));
    Map<String, ImportLinkStore.Pair> inside = new LinkedHashMap<>();
    List<ImportLinkStore.Pair> outside = new ArrayList<>();
    for (Link link : links) {
      if (own.contains(link.right())) {
        boolean inOrder = link.left().compareTo(link.right()) < 0;
        String left = inOrder ? link.left() : link.right();
        String right = inOrder ? link.right() : link.left();
        inside.putIfAbsent(left + right, pair(left, right, link));
      } else {
        outside.add(pair(link.left(), link.right(), link));
      }
    }
    return new Links(strongestFirst(inside.values()), strongestFirst(outside));
  }

  private static List<ImportLinkStore.Pair> strongestFirst(
      java.util.Collection<ImportLinkStore.Pair> pairs) {
    return pairs.stream()
        .sorted(Comparator.comparingDouble(ImportLinkStore.Pair::weight).reversed())
        .toList();
  }

  private static ImportLinkStore.Pair pair(String left, String right, Link link) {
    return new ImportLinkStore.Pair(
        new RecordId(UUID.fromString(left)),
        new RecordId(UUID.fromString(right)),
        link.match().weight());
  }
}
