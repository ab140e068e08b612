package org.clew.platform.investigation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.database.Tenancy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The work that the scheduler hands out: importing, forgetting in time, and following records that
/// a server that died did not follow.
@Configuration(proxyBeanMethods = false)
class ImportWork {

  /// A server that dies leaves its import to another, which begins again at the last commit.
  @Bean
  Task<Void> importTask(ImportRun run) {
    return Tasks.oneTime(ImportQueue.TASK)
        .onFailureRetryLater()
        .onDeadExecutionRevive()
        .execute(
            (instance, context) ->
                run.run(
                    ImportQueue.organisation(instance.getId()),
                    ImportQueue.list(instance.getId()),
                    () -> context.getSchedulerState().isShuttingDown()));
  }

  @Bean
  Task<Void> forgetImportsTask(Organisations organisations, Imports imports) {
    return Tasks.recurring("forget-imports", Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 40)))
        .execute(
            (_, _) -> {
              for (Organisation organisation : organisations.all()) {
                Tenancy.<Object, RuntimeException>bind(organisation.id(), imports::forgetDue);
              }
            });
  }

  @Bean
  Task<Void> tidyEntitiesTask(
      Organisations organisations, EntityKeeping entities, Tenancy tenancy) {
    return Tasks.recurring("tidy-entities", Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 50)))
        .execute(
            (_, _) -> {
              for (Organisation organisation : organisations.all()) {
                tenancy.within(organisation.id(), entities::tidy);
              }
            });
  }
}
