package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.clew.platform.ClewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ClewTest
class ScheduledTaskStoreTest {

  @Autowired private ScheduledTaskStore tasks;
  @Autowired private JdbcClient sql;

  @Test
  @Transactional
  void whatADeadServerHadInHandIsFreeAtOnce() {
    String id = UUID.randomUUID().toString();
    sql.sql(
            """
            insert into scheduled_tasks
              (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values ('nobody', :id, now(), true, 'dead', now(), 1)
            """)
        .param("id", id)
        .update();
    tasks.letGo();
    assertThat(
            sql.sql(
                    "select not picked and picked_by is null and version = 2 from scheduled_tasks"
                        + " where task_instance = :id")
                .param("id", id)
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}
