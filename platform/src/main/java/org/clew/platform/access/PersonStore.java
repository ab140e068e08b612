package org.clew.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `person`, inside the organisation the work is bound to.
@Component
final class PersonStore {

  private final JdbcClient sql;
  private final InstantSource clock;

  PersonStore(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void insert(Person person) {
    sql.sql(
            """
            insert into person
              (id, organisation_id, display_name, email, roles, language, blocked, created_at)
            values
              (:id, :organisation, :displayName, :email, :roles, :language, :blocked, :createdAt)
            """)
        .param("id", person.id().value())
        .param("organisation", person.organisation().value())
        .param("displayName", person.displayName())
        .param("email", person.email())
        .param("roles", person.roles().stream().map(Role::name).sorted().toArray(String[]::new))
        .param("language", tag(person.language()))
        .param("blocked", person.blocked())
        .param("createdAt", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Person> all() {
    return sql.sql(
            """
            select id, organisation_id, display_name, email, roles, language, blocked
            from person order by display_name, id
            """)
        .query((row, _) -> person(row))
        .list();
  }

  Optional<Person> find(PersonId id) {
    return sql.sql(
            """
            select id, organisation_id, display_name, email, roles, language, blocked
            from person where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> person(row))
        .optional();
  }

  static Person person(ResultSet row) throws SQLException {
    @Nullable String language = row.getString("language");
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getString("display_name"),
        row.getString("email"),
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(Role::valueOf)
            .collect(Collectors.toSet()),
        language == null ? null : Language.of(language).orElse(null),
        row.getBoolean("blocked"));
  }

  private static @Nullable String tag(@Nullable Language language) {
    return language == null ? null : language.tag();
  }
}
