package org.clew.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClewTest
class ClewApplicationTest {

  @Autowired private JdbcClient sql;

  @Test
  void startsOnAFreshDatabase() {
    assertThat(sql.sql("select current_user").query(String.class).single()).isEqualTo("clew_app");
  }
}
