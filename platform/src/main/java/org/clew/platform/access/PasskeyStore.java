package org.clew.platform.access;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// SQL over `passkey`, inside the organisation the work is bound to. A user handle is the person's
/// id.
@Component
final class PasskeyStore implements UserCredentialRepository {

  private final JdbcClient sql;

  PasskeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void save(CredentialRecord passkey) {
    sql.sql(
            """
            insert into passkey
              (credential_id, organisation_id, person_id, label, public_key, signature_count,
               uv_initialized, transports, backup_eligible, backup_state, attestation_object,
               client_data, created_at, last_used_at)
            values
              (:id, :organisation, :person, :label, :publicKey, :signatures,
               :uvInitialized, :transports, :backupEligible, :backupState, :attestation,
               :clientData, :createdAt, :lastUsedAt)
            on conflict (credential_id) do update
              set signature_count = :signatures, backup_state = :backupState,
                  uv_initialized = :uvInitialized, last_used_at = :lastUsedAt
            """)
        .param("id", passkey.getCredentialId().getBytes())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("person", person(bytes(passkey.getUserEntityUserId())).value())
        .param("label", passkey.getLabel())
        .param("publicKey", passkey.getPublicKey().getBytes())
        .param("signatures", passkey.getSignatureCount())
        .param("uvInitialized", passkey.isUvInitialized())
        .param(
            "transports",
            passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new))
        .param("backupEligible", passkey.isBackupEligible())
        .param("backupState", passkey.isBackupState())
        .param("attestation", bytes(passkey.getAttestationObject()).getBytes())
        .param("clientData", bytes(passkey.getAttestationClientDataJSON()).getBytes())
        .param("createdAt", utc(passkey.getCreated()))
        .param("lastUsedAt", utc(passkey.getLastUsed()))
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return sql.sql(
            """
            select credential_id, person_id, label, public_key, signature_count, uv_initialized,
                   transports, backup_eligible, backup_state, attestation_object, client_data,
                   created_at, last_used_at
            from passkey where credential_id = :id
            """)
        .param("id", credentialId.getBytes())
        .query((row, _) -> passkey(row))
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return sql.sql(
            """
            select credential_id, person_id, label, public_key, signature_count, uv_initialized,
                   transports, backup_eligible, backup_state, attestation_object, client_data,
                   created_at, last_used_at
            from passkey where person_id = :person order by created_at
            """)
        .param("person", person(userId).value())
        .query((row, _) -> passkey(row))
        .list();
  }

  @Override
  public void delete(Bytes credentialId) {
    sql.sql("delete from passkey where credential_id = :id")
        .param("id", credentialId.getBytes())
        .update();
  }

  static Bytes handle(PersonId person) {
    return new Bytes(
        ByteBuffer.allocate(16)
            .putLong(person.value().getMostSignificantBits())
            .putLong(person.value().getLeastSignificantBits())
            .array());
  }

  static PersonId person(Bytes handle) {
    ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(handle.getBytes(), 16));
    return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  private static CredentialRecord passkey(ResultSet row) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(handle(new PersonId(row.getObject("person_id", UUID.class))))
        .label(row.getString("label"))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(row.getBoolean("uv_initialized"))
        .transports(transports((String[]) row.getArray("transports").getArray()))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backup_state"))
        .attestationObject(new Bytes(row.getBytes("attestation_object")))
        .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
        .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
        .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
        .build();
  }

  private static Set<AuthenticatorTransport> transports(String[] values) {
    return Arrays.stream(values).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet());
  }

  private static Bytes bytes(@Nullable Bytes bytes) {
    return bytes == null ? new Bytes(new byte[0]) : bytes;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
