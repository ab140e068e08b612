package org.clew.platform.investigation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clew.linkage.LinkRecord;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports one list. All its records are written in one transaction, so that a server that dies
/// leaves none; then what they are connected to is looked for and written in another.
@Component
final class ImportRun {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

  private final ImportStore store;
  private final ImportFileStore files;
  private final RejectStore rejects;
  private final ImportLinkStore links;
  private final RecordStore records;
  private final RecordChangeStore changes;
  private final ImportReading reading;
  private final Residents residents;
  private final Ids ids;
  private final InstantSource clock;
  private final Tenancy tenancy;
  private final TransactionTemplate transaction;

  ImportRun(
      ImportStore store,
      ImportFileStore files,
      RejectStore rejects,
      ImportLinkStore links,
      RecordStore records,
      RecordChangeStore changes,
      ImportReading reading,
      Residents residents,
      Ids ids,
      InstantSource clock,
      Tenancy tenancy,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.files = files;
    this.rejects = rejects;
    this.links = links;
    this.records = records;
    this.changes = changes;
    this.reading = reading;
    this.residents = residents;
    this.ids = ids;
    this.clock = clock;
    this.tenancy = tenancy;
    transaction = new TransactionTemplate(transactions);
  }

  /// Takes an import as far as it can be taken. Called again, it goes on where it was.
  ///
  /// @param leaving whether this server is about to stop and another should go on
  void run(OrganisationId organisation, ImportId id, BooleanSupplier leaving) {
    Tenancy.<Object, RuntimeException>bind(
        organisation,
        () -> {
          try {
            work(organisation, id);
          } catch (RuntimeException e) {
            if (leaving.getAsBoolean() || Thread.currentThread().isInterrupted()) {
              throw e;
            }
            fail(id, e);
          }
          return id;
        });
  }

  private void work(OrganisationId organisation, ImportId id) {
    Optional<ImportList> found = store.find(id);
    if (found.isEmpty() || !found.get().state().goesOn()) {
      return;
    }
    ImportList list = found.get();
    boolean written = list.state() == ImportState.LINKING;
    if (!written) {
      store.state(id, ImportState.WRITING, null, null);
      written = write(list, new Telling(organisation, list));
    }
    if (written) {
      link(list, new Telling(organisation, list));
    } else {
      store.state(id, ImportState.STOPPED, null, clock.instant());
    }
  }

  private void fail(ImportId id, RuntimeException e) {
    if (e instanceof Refused refused) {
      store.state(id, ImportState.FAILED, refused.messageKey(), clock.instant());
      return;
    }
    // The type alone: a message might quote a row.
    LOG.error("Import {} failed: {}", id, e.getClass().getName());
    store
        .find(id)
        .filter(list -> list.state() == ImportState.LINKING)
        .ifPresentOrElse(
            _ ->
                store.state(id, ImportState.DONE, "investigation.import.unlinked", clock.instant()),
            () ->
                store.state(
                    id, ImportState.FAILED, "investigation.import.failed", clock.instant()));
  }

  /// @return whether all rows are records now; otherwise none is
  private boolean write(ImportList list, Telling telling) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              var writing = new Writing(list, telling);
              rejects.clear(list.id());
              reading.read(list, writing::take);
              if (!writing.stopped) {
                writing.flush();
              }
              if (writing.stopped) {
                status.setRollbackOnly();
                return false;
              }
              changes.arrived(list.id().value());
              store.checked(list.id(), writing.rows, writing.bad);
              store.state(list.id(), ImportState.LINKING, null, null);
              files.delete(list.id());
              return true;
            }));
  }

  private void link(ImportList list, Telling telling) {
    var batch = new ArrayList<LinkRecord>();
    transaction.executeWithoutResult(
        _ ->
            records.eachOf(
                RecordSource.Kind.IMPORT,
                list.id().value(),
                record -> batch.add(record.forLinking())));
    ImportLinking.Links found = ImportLinking.look(batch, residents.upToDate(), telling::linked);
    transaction.executeWithoutResult(
        _ -> {
          links.clear(list.id());
          links.insert(list.id(), ImportLinkStore.Place.INSIDE, most(found.inside()));
          links.insert(list.id(), ImportLinkStore.Place.OUTSIDE, most(found.outside()));
          store.linked(list.id(), found.inside().size(), found.outside().size());
          String trouble = telling.stopped ? "investigation.import.unlinked" : null;
          store.state(list.id(), ImportState.DONE, trouble, clock.instant());
        });
  }

  private static List<ImportLinkStore.Pair> most(List<ImportLinkStore.Pair> pairs) {
    return pairs.subList(0, Math.min(pairs.size(), Limits.IMPORT_LINKS));
  }

  /// Rows on their way into the database, a batch at a time.
  private final class Writing {

    private final ImportList list;
    private final Telling telling;
    private final List<StoredRecord> waiting = new ArrayList<>();
    private final List<List<String>> cells = new ArrayList<>();
    private final List<Reject> rejected = new ArrayList<>();
    private long rows;
    private long bad;
    private boolean stopped;

    private Writing(ImportList list, Telling telling) {
      this.list = list;
      this.telling = telling;
    }

    private Tables.Taker.Answer take(CheckedRow row) {
      rows++;
      switch (row) {
        case CheckedRow.Good good -> {
          var id = new RecordId(ids.next());
          waiting.add(new StoredRecord(id, list.source(), good.row().line(), good.values()));
          cells.add(good.cells());
        }
        case CheckedRow.Bad unfit -> {
          bad++;
          rejected.add(ImportReading.reject(unfit));
        }
      }
      if (waiting.size() + rejected.size() >= Limits.BATCH_ROWS) {
        flush();
      }
      return stopped ? Tables.Taker.Answer.STOP : Tables.Taker.Answer.GO_ON;
    }

    private void flush() {
      records.addAll(list.source(), waiting, cells);
      rejects.insert(list.id(), rejected);
      waiting.clear();
      cells.clear();
      rejected.clear();
      stopped = telling.tell(rows - bad);
    }
  }

  /// Tells how far it is, in transactions of their own, and hears whether to stop.
  private final class Telling {

    private static final long EVERY_MILLIS = 250;

    private final OrganisationId organisation;
    private final ImportList list;
    private long toldAt;
    private volatile boolean stopped;

    private Telling(OrganisationId organisation, ImportList list) {
      this.organisation = organisation;
      this.list = list;
    }

    private synchronized boolean tell(long done) {
      toldAt = clock.millis();
      stopped = tenancy.within(organisation, () -> store.progress(list.id(), done)) || stopped;
      return stopped;
    }

    /// While connections are looked for: every record counts a second time.
    private synchronized boolean linked(long done) {
      return clock.millis() - toldAt >= EVERY_MILLIS ? tell(list.counts().taken() + done) : stopped;
    }
  }
}
