package org.clew.platform.access;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.clew.platform.web.TooMany;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down guessing at one credential: a few tries are free, then each must wait twice as long
/// as the one before. Other credentials of the same person are not touched, so that a stranger who
/// fails on purpose locks nobody out. A credential that does not exist is slowed down the same way.
@Component
final class FailedTryStore {

  /// Tries that need no wait.
  static final int FREE = 5;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final JdbcClient sql;
  private final InstantSource clock;

  FailedTryStore(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Counts a try before it is made, so that many at once are counted too; `succeeded` takes it
  /// back.
  ///
  /// @throws TooMany when it comes too soon after the last
  void begin(byte[] tag) {
    int counted =
        sql.sql(
                """
                insert into failed_try as t (tag, failures, last_at) values (:tag, 1, :now)
                on conflict (tag) do update
                  set failures = case when t.last_at < :yesterday then 1 else t.failures + 1 end,
                      last_at = :now
                  where t.failures < :free
                    or t.last_at + make_interval(secs => least(:longest, 2 ^ (t.failures - :free)))
                         <= :now
                """)
            .param("tag", tag)
            .param("now", now())
            .param("yesterday", now().minusDays(1))
            .param("free", FREE)
            .param("longest", LONGEST_WAIT.toSeconds())
            .update();
    if (counted == 0) {
      throw new TooMany(LONGEST_WAIT);
    }
  }

  void succeeded(byte[] tag) {
    sql.sql("delete from failed_try where tag = :tag or last_at < :yesterday")
        .param("tag", tag)
        .param("yesterday", now().minusDays(1))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
