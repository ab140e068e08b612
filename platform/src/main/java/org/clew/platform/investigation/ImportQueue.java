package org.clew.platform.investigation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.InstantSource;
import java.util.UUID;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts imports in the queue that all servers share.
@Component
final class ImportQueue {

  static final String TASK = "import";

  /// Every row is written, and then connections are looked for.
  private static final long STEPS = 2;

  private final ImportStore store;
  private final Audit audit;
  private final SchedulerClient scheduler;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  ImportQueue(
      ImportStore store,
      Audit audit,
      @Lazy SchedulerClient scheduler,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.audit = audit;
    this.scheduler = scheduler;
    this.clock = clock;
    transaction = new TransactionTemplate(transactions);
  }

  void start(SignedIn me, ImportId id, boolean again) {
    transaction.executeWithoutResult(
        _ -> {
          ImportList list = store.hold(id).orElseThrow(NotFound::new);
          if (!list.state().canStart()) {
            throw new Refused("investigation.import.refused.state");
          }
          if (list.counts().taken() == 0) {
            throw new Refused("investigation.import.refused.nothingGood");
          }
          if (!again && !store.alike(list.file().hash(), id).isEmpty()) {
            throw new Refused("investigation.import.refused.again");
          }
          audit.record(me, Deed.IMPORTED, Imports.subject(id));
          store.begin(id, list.counts().taken() * STEPS);
          store.state(id, ImportState.QUEUED, null, null);
        });
    enqueue(me.organisation(), id);
  }

  /// Makes sure that an import which should go on is in the queue.
  void enqueue(OrganisationId organisation, ImportId id) {
    scheduler.scheduleIfNotExists(
        new TaskInstance<>(TASK, organisation + "/" + id), clock.instant());
  }

  /// What [#enqueue] put in the queue.
  static OrganisationId organisation(String instance) {
    return new OrganisationId(UUID.fromString(instance.substring(0, instance.indexOf('/'))));
  }

  static ImportId list(String instance) {
    return new ImportId(UUID.fromString(instance.substring(instance.indexOf('/') + 1)));
  }
}
