package org.clew.platform.access;

import java.util.UUID;
import org.clew.platform.database.OrganisationId;

/// What access tells the others, in the transaction in which it happened and bound to the
/// organisation it happened in. Ids only.
public sealed interface AccessEvent {

  /// Whose deed it was.
  PersonId by();

  /// Somebody proved who they are and came in.
  record PersonSignedIn(PersonId by) implements AccessEvent {}

  /// Somebody tried to come in as this person and failed.
  record SignInRefused(PersonId by) implements AccessEvent {}

  /// A link for this person was made at the machine's own shell.
  record LetIn(PersonId by) implements AccessEvent {}

  record PersonSignedOut(PersonId by) implements AccessEvent {}

  /// A password, passkey, authenticator or set of recovery codes was set or taken away, or a reset
  /// was asked for or agreed to.
  record CredentialChanged(PersonId by, PersonId person) implements AccessEvent {}

  record PersonAdded(PersonId by, PersonId person) implements AccessEvent {}

  record RolesChanged(PersonId by, PersonId person) implements AccessEvent {}

  record PersonBlocked(PersonId by, PersonId person) implements AccessEvent {}

  record PersonUnblocked(PersonId by, PersonId person) implements AccessEvent {}

  record TokenMade(PersonId by, UUID token) implements AccessEvent {}

  record TokenRevoked(PersonId by, UUID token) implements AccessEvent {}

  record SettingsChanged(PersonId by, OrganisationId organisation) implements AccessEvent {}
}
