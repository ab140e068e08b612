package org.clew.platform.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Work that comes round, or that goes on after an answer was given: one server at a time has it in
/// hand, and another takes it over when that one dies. A module publishes a `Task` as a bean. A
/// task is bound to no organisation: it binds itself, with [Tenancy#bind].
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

  private static final int THREADS = 3;
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int DEAD_AFTER_MISSED = 4;

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(TenantDataSource dataSource, ObjectProvider<Task<?>> tasks) {
    List<Task<?>> onRequest = new ArrayList<>();
    List<RecurringTask<?>> recurring = new ArrayList<>();
    tasks.forEach(
        task -> {
          if (task instanceof RecurringTask<?> round) {
            recurring.add(round);
          } else {
            onRequest.add(task);
          }
        });
    return Scheduler.create(dataSource, onRequest)
        .startTasks(recurring)
        .threads(THREADS)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(DEAD_AFTER_MISSED)
        .shutdownMaxWait(Duration.ofSeconds(10))
        .enableImmediateExecution()
        .build();
  }

  /// No other server uses our own database: what is in hand there, one that died had in hand.
  @Bean
  ApplicationListener<ApplicationReadyEvent> startsTheScheduler(
      Scheduler scheduler, DatabaseSettings settings, ScheduledTaskStore tasks) {
    return _ -> {
      if (!settings.external()) {
        tasks.letGo();
      }
      scheduler.start();
    };
  }
}
