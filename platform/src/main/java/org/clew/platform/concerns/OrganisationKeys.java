package org.clew.platform.concerns;

import java.nio.charset.StandardCharsets;
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

  OrganisationKeys(SealingKeyStore store, ServerKey serverKey, Ids ids) {
    this.store = store;
    this.serverKey = serverKey;
    this.ids = ids;
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
    store.insert(organisation(), new SealingKeyStore.Row(id, pair.publicKey(), wrapped));
  }

  private static OrganisationId organisation() {
    return Tenancy.current().orElseThrow();
  }

  private static byte[] context(OrganisationId organisation, UUID id) {
    return ("private key " + organisation + " " + id).getBytes(StandardCharsets.UTF_8);
  }
}
