package org.clew.platform.access;

import java.util.Optional;
import java.util.UUID;
import org.clew.platform.database.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The look-ups that come before the organisation is known. They answer ids and nothing else.
@Component
final class LookupStore {

  private final JdbcClient sql;

  LookupStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Found> byEmail(String email) {
    return found("select person_id, organisation_id from clew.person_by_email(:email)", email);
  }

  /// An administrator with this address, who may never have come in.
  Optional<Found> administratorByEmail(String email) {
    return found(
        "select person_id, organisation_id from clew.administrator_by_email(:email)", email);
  }

  Optional<OrganisationId> byPasskey(byte[] credentialId) {
    return organisation("select clew.organisation_of_passkey(:key)", credentialId);
  }

  Optional<OrganisationId> byInvitation(byte[] secretHash) {
    return organisation("select clew.organisation_of_invitation(:key)", secretHash);
  }

  boolean anybodyCanSignIn() {
    return sql.sql("select clew.anybody_can_sign_in()").query(Boolean.class).single();
  }

  private Optional<Found> found(String query, String email) {
    return sql.sql(query)
        .param("email", email)
        .query(
            (row, _) ->
                new Found(
                    new PersonId(row.getObject(1, UUID.class)),
                    new OrganisationId(row.getObject(2, UUID.class))))
        .optional();
  }

  private Optional<OrganisationId> organisation(String query, byte[] key) {
    return sql.sql(query)
        .param("key", key)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single()
        .map(OrganisationId::new);
  }
}
