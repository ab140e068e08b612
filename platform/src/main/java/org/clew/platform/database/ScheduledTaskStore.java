package org.clew.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `scheduled_tasks`, where db-scheduler keeps what is to be done.
@Component
final class ScheduledTaskStore {

  private final JdbcClient sql;

  ScheduledTaskStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Lets go of what a server has in hand, so that another takes it up at once.
  void letGo() {
    sql.sql(
            """
            update scheduled_tasks
            set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
            where picked
            """)
        .update();
  }
}
