package org.clew.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clew.platform.database.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `api_token`, inside the organisation the work is bound to.
@Component
final class TokenStore {

  private final JdbcClient sql;
  private final InstantSource clock;

  TokenStore(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void insert(ApiToken token, byte[] hash) {
    sql.sql(
            """
            insert into api_token
              (id, organisation_id, name, scopes, hash, made_by, made_at, expires_on)
            values (:id, :organisation, :name, :scopes, :hash, :madeBy, :madeAt, :expiresOn)
            """)
        .param("id", token.id())
        .param("organisation", token.organisation().value())
        .param("name", token.name())
        .param("scopes", token.scopes().stream().map(Action::name).sorted().toArray(String[]::new))
        .param("hash", hash)
        .param("madeBy", token.maker().id().value())
        .param("madeAt", token.madeAt().atOffset(ZoneOffset.UTC))
        .param("expiresOn", token.expiresOn())
        .update();
  }

  List<ApiToken> all() {
    return sql.sql(
            """
            select t.id, t.organisation_id, t.name, t.scopes, t.made_by, t.made_at, t.expires_on,
                   t.revoked_at, t.last_used_on, p.roles as maker_roles, p.blocked as maker_blocked
            from api_token t
            join person p on p.id = t.made_by
            order by t.made_at desc
            """)
        .query((row, _) -> token(row))
        .list();
  }

  /// The token with this hash, of whichever organisation: who holds a token proves with it where
  /// they belong.
  Optional<ApiToken> byHash(byte[] hash) {
    return sql.sql("select * from clew.token_by_hash(:hash)")
        .param("hash", hash)
        .query((row, _) -> token(row))
        .optional();
  }

  /// Takes a token back; false when there is none such, or it was taken back before.
  boolean revoke(UUID id) {
    return sql.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }

  /// Writes down the day, and no finer.
  void used(UUID id, LocalDate day) {
    sql.sql("update api_token set last_used_on = :day where id = :id")
        .param("day", day)
        .param("id", id)
        .update();
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
    return new ApiToken(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getString("name"),
        named(row, "scopes", Action::valueOf),
        new ApiToken.Maker(
            new PersonId(row.getObject("made_by", UUID.class)),
            named(row, "maker_roles", Role::valueOf),
            row.getBoolean("maker_blocked")),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_on", LocalDate.class),
        revokedAt == null ? null : revokedAt.toInstant(),
        row.getObject("last_used_on", LocalDate.class));
  }

  private static <T> Set<T> named(ResultSet row, String column, Function<String, T> read)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(read)
        .collect(Collectors.toSet());
  }
}
