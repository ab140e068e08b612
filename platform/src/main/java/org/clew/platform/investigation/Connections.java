package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clew.linkage.LinkIndex;
import org.clew.linkage.Match;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.NotAllowed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a case, a list or a record is connected to. Every record that is shown is written down as
/// read.
@Component
public final class Connections {

  /// Match weight, in bits, from which a connection is worth showing.
  static final double LEAST_BITS = 0;

  private static final int RECORDS = 40;

  private final Residents residents;
  private final RecordStore store;
  private final Sight sight;
  private final Findings findings;
  private final Judgements judgements;
  private final ImportLinkStore importLinks;
  private final TransactionTemplate transaction;

  Connections(
      Residents residents,
      RecordStore store,
      Sight sight,
      Findings findings,
      Judgements judgements,
      ImportLinkStore importLinks,
      PlatformTransactionManager transactions) {
    this.residents = residents;
    this.store = store;
    this.sight = sight;
    this.findings = findings;
    this.judgements = judgements;
    this.importLinks = importLinks;
    transaction = new TransactionTemplate(transactions);
  }

  /// What the records of a source are connected to outside it, strongest first. Nothing for who may
  /// not see the source.
  public Answer of(SignedIn me, RecordSource.Kind kind, UUID source) {
    mayLook(me);
    var own = new ArrayList<StoredRecord>();
    store.eachOf(kind, source, own::add);
    return of(me, own);
  }

  /// What one record is connected to.
  Answer of(SignedIn me, StoredRecord record) {
    mayLook(me);
    return of(me, List.of(record));
  }

  private Answer of(SignedIn me, List<StoredRecord> own) {
    List<StoredRecord> visible = sight.visible(me, own).stream().limit(RECORDS).toList();
    LinkIndex index = residents.upToDate();
    var pairs = new ArrayList<Findings.Pair>();
    for (StoredRecord record : visible) {
      index.query(record.forLinking(), Limits.LOOKED_THROUGH).stream()
          .filter(Connections::isWorthShowing)
          .forEach(match -> pairs.add(new Findings.Pair(record.id(), match)));
    }
    List<RecordId> ownIds = own.stream().map(StoredRecord::id).toList();
    addConfirmed(index, visible, ownIds, pairs);
    return transaction.execute(_ -> findings.connected(me, pairs, ownIds, index.size()));
  }

  /// A number that several hold says little of who they are, and much of what connects them.
  private static boolean isWorthShowing(Match match) {
    return match.weight() >= LEAST_BITS || Reasons.sharesIdentifier(match);
  }

  /// What people judged to be one with a record is shown first, however weak its evidence.
  private void addConfirmed(
      LinkIndex index, List<StoredRecord> own, List<RecordId> ownIds, List<Findings.Pair> pairs) {
    Entities entities = judgements.around(ownIds);
    for (StoredRecord record : own) {
      for (RecordId same : entities.of(record.id())) {
        boolean known =
            ownIds.contains(same)
                || pairs.stream()
                    .anyMatch(p -> p.found().equals(same) && record.id().equals(p.from()));
        if (!known) {
          index
              .compare(record.values(), same.toString())
              .ifPresent(match -> pairs.add(new Findings.Pair(record.id(), match)));
        }
      }
    }
    pairs.sort(
        Comparator.comparing(
                (Findings.Pair pair) ->
                    pair.from() != null && entities.of(pair.from()).contains(pair.found()))
            .thenComparingDouble(pair -> pair.match().weight())
            .reversed());
  }

  /// One page of what an import was found connected to when it came.
  Answer of(SignedIn me, ImportList list, ImportLinkStore.Place place, int page) {
    mayLook(me);
    List<ImportLinkStore.Pair> links =
        importLinks.page(list.id(), place, page * Limits.SHOWN, Limits.SHOWN);
    LinkIndex index = residents.upToDate();
    Map<RecordId, StoredRecord> lefts =
        store.find(links.stream().map(ImportLinkStore.Pair::left).toList());
    var pairs = new ArrayList<Findings.Pair>();
    for (ImportLinkStore.Pair link : links) {
      StoredRecord left = lefts.get(link.left());
      if (left != null) {
        index
            .compare(left.values(), link.right().toString())
            .ifPresent(match -> pairs.add(new Findings.Pair(left.id(), match)));
      }
    }
    long total =
        switch (place) {
          case INSIDE -> list.counts().inside();
          case OUTSIDE -> list.counts().outside();
        };
    return transaction.execute(_ -> findings.pairs(me, pairs, (int) total, index.size()));
  }

  private static void mayLook(SignedIn me) {
    if (!me.may(Action.READ_CASE) && !me.may(Action.READ_RECORDS)) {
      throw new NotAllowed(Action.READ_RECORDS.name());
    }
  }
}
