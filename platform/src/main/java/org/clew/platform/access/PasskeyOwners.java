package org.clew.platform.access;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// Shows people to the WebAuthn library, inside the organisation the work is bound to. There is
/// nothing to save: they are in `person` already.
@Component
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

  private final PersonStore people;

  PasskeyOwners(PersonStore people) {
    this.people = people;
  }

  Optional<Person> person(PersonId id) {
    return people.find(id);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return entity(people.find(PasskeyStore.person(id)));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
    return entity(people.find(new PersonId(UUID.fromString(username))));
  }

  @Override
  public void save(PublicKeyCredentialUserEntity userEntity) {
    // People are added by people.
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException();
  }

  private static @Nullable PublicKeyCredentialUserEntity entity(Optional<Person> person) {
    return person
        .map(
            found ->
                ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(PasskeyStore.handle(found.id()))
                    .name(found.email())
                    .displayName(found.displayName())
                    .build())
        .orElse(null);
  }
}
