package org.clew.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Two ways into one database: the owner's, for migrations alone, and the application's, for all
/// else.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final Duration IDLE_LIMIT = Duration.ofMinutes(1);

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  /// The database as it was found or started; closing it stops it if it was ours.
  @Bean(destroyMethod = "close")
  Database database(DatabaseSettings settings) {
    return settings.external()
        ? Database.external(settings.ownerLogin(), settings.applicationLogin())
        : Database.local(LocalPostgres.start(settings.folder(), settings.programs()));
  }

  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource ownerDataSource(Database database) {
    DatabaseLogin owner = database.owner();
    var source = new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
    source.setSchema("clew");
    return source;
  }

  @Bean
  @Primary
  TenantDataSource dataSource(Database database, DatabaseSettings settings) {
    DatabaseLogin application = database.application();
    var pool = new HikariDataSource();
    pool.setPoolName("clew");
    pool.setJdbcUrl(application.url());
    pool.setUsername(application.user());
    pool.setPassword(application.password());
    pool.setSchema("clew");
    pool.setMaximumPoolSize(settings.database().poolSize());
    // Each connection is a process of PostgreSQL; a quiet hour needs few of them.
    pool.setMinimumIdle(Math.min(2, settings.database().poolSize()));
    pool.setIdleTimeout(IDLE_LIMIT.toMillis());
    // What goes wrong must not show the row it went wrong with.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return new TenantDataSource(pool);
  }

  @Bean
  FlywayConfigurationCustomizer migrations(Database database) {
    return flyway -> Migrations.configure(flyway, database.application().user());
  }
}
