package org.clew.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  List<Person> wantingMail() {
    return sql.sql(
            """
            select id, organisation_id, display_name, email, roles, language, blocked
            from person where told_by_mail and not blocked order by id
            """)
        .query((row, _) -> person(row))
        .list();
  }

  boolean isToldByMail(PersonId id) {
    return sql.sql("select told_by_mail from person where id = :id")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  void setToldByMail(PersonId id, boolean told) {
    sql.sql("update person set told_by_mail = :told where id = :id")
        .param("told", told)
        .param("id", id.value())
        .update();
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

  void setRoles(PersonId id, Set<Role> roles) {
    sql.sql("update person set roles = :roles where id = :id")
        .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
        .param("id", id.value())
        .update();
  }

  void setBlocked(PersonId id, boolean blocked) {
    sql.sql("update person set blocked = :blocked where id = :id")
        .param("blocked", blocked)
        .param("id", id.value())
        .update();
  }

  void setLanguage(PersonId id, @Nullable Language language) {
    sql.sql("update person set language = :language where id = :id")
        .param("language", tag(language))
        .param("id", id.value())
        .update();
  }

  /// The administrators who can act, held until the transaction ends so that two of them cannot
  /// take the role from each other at once.
  Set<PersonId> holdAdministrators() {
    return sql.sql(
            """
            select id from person where 'ADMINISTRATOR' = any (roles) and not blocked
            order by id for update
            """)
        .query((row, _) -> id(row))
        .set();
  }

  /// The names of people and of tokens, by id.
  Map<PersonId, String> names() {
    return sql
        .sql("select id, display_name as name from person union all select id, name from api_token")
        .query((row, _) -> Map.entry(id(row), row.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Those who have something to sign in with.
  Set<PersonId> able() {
    return sql.sql("select person_id as id from password union select person_id from passkey")
        .query((row, _) -> id(row))
        .set();
  }

  private static PersonId id(ResultSet row) throws SQLException {
    return new PersonId(row.getObject("id", UUID.class));
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
