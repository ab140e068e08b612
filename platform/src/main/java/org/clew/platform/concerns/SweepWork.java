package org.clew.platform.concerns;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has the sweep come round.
@Configuration(proxyBeanMethods = false)
class SweepWork {

  private static final int MINUTES = 15;

  @Bean
  Task<Void> sweepConcernsTask(Sweep sweep) {
    return Tasks.recurring("sweep-concerns", FixedDelay.ofMinutes(MINUTES))
        .execute((_, _) -> sweep.run());
  }
}
