package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.clew.linkage.LinkIndex;
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
  private final Answers answers;
  private final TransactionTemplate transaction;

  Connections(
      Residents residents,
      RecordStore store,
      Sight sight,
      Answers answers,
      PlatformTransactionManager transactions) {
    this.residents = residents;
    this.store = store;
    this.sight = sight;
    this.answers = answers;
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
    var pairs = new ArrayList<Answers.Pair>();
    for (StoredRecord record : visible) {
      index.query(record.forLinking(), Limits.LOOKED_THROUGH).stream()
          .filter(match -> match.weight() >= LEAST_BITS)
          .forEach(match -> pairs.add(new Answers.Pair(record.id(), match)));
    }
    pairs.sort(Comparator.comparingDouble((Answers.Pair pair) -> pair.match().weight()).reversed());
    List<RecordId> ownIds = own.stream().map(StoredRecord::id).toList();
    return transaction.execute(_ -> answers.answer(me, null, pairs, ownIds, index.size()));
  }

  private static void mayLook(SignedIn me) {
    if (!me.may(Action.READ_CASE) && !me.may(Action.READ_RECORDS)) {
      throw new NotAllowed(Action.READ_RECORDS.name());
    }
  }
}
