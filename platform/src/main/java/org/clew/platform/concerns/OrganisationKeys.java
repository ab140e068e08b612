package org.clew.platform.concerns;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.springframework.stereotype.Component;

/// The key pairs of the organisation the work is bound to: one current, to which everything new is
/// sealed, and retired ones that still open what is old. The first is made when it is first needed.
@Component
final class OrganisationKeys {

  /// The half to which anybody may seal, and the id by which the other half is found.
  record PublicHalf(UUID id, Octets publicKey) {}

  private final SealingKeyStore store;
  private final ServerKey serverKey;
  private final Ids ids;
  private final InstantSource clock;

  OrganisationKeys(SealingKeyStore store, ServerKey serverKey, Ids ids, InstantSource clock) {
    this.store = store;
    this.serverKey = serverKey;
    this.ids = ids;
    this.clock = clock;
  }

  PublicHalf current() {
    SealingKeyStore.Row row =
        store
            .current()
            .orElseGet(
                () -> {
                  add();
                  return store.current().orElseThrow();
                });
    return new PublicHalf(row.id(), row.publicKey());
  }

  /// The day on which the current key was made; none when none was needed yet.
  Optional<LocalDate> since() {
    return store.current().map(SealingKeyStore.Row::madeOn);
  }

  SealingPair pair(UUID id) {
    SealingKeyStore.Row row =
        store.find(id).orElseThrow(() -> new SealBroken("the key of a message is missing"));
    byte[] context = context(organisation(), row.id());
    return new SealingPair(
        row.publicKey(), Octets.of(serverKey.wrapping().unlock(row.wrappedPrivateKey(), context)));
  }

  /// From now on everything is sealed to a new key; what is old stays readable.
  void rotate() {
    store.retireCurrent();
    add();
  }

  private void add() {
    UUID id = ids.anonymous();
    SealingPair pair = SealingPair.random();
    Octets wrapped =
        serverKey.wrapping().lock(pair.privateKey().bytes(), context(organisation(), id));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    store.insert(organisation(), new SealingKeyStore.Row(id, pair.publicKey(), wrapped, today));
  }

  private static OrganisationId organisation() {
    return Tenancy.current().orElseThrow();
  }

  private static byte[] context(OrganisationId organisation, UUID id) {
    return ("private key " + organisation + " " + id).getBytes(StandardCharsets.UTF_8);
  }
}
