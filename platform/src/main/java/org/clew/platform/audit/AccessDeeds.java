package org.clew.platform.audit;

import java.util.List;
import org.clew.platform.access.AccessEvent;
import org.clew.platform.access.AccessEvent.CredentialChanged;
import org.clew.platform.access.AccessEvent.LetIn;
import org.clew.platform.access.AccessEvent.PersonAdded;
import org.clew.platform.access.AccessEvent.PersonBlocked;
import org.clew.platform.access.AccessEvent.PersonSignedIn;
import org.clew.platform.access.AccessEvent.PersonSignedOut;
import org.clew.platform.access.AccessEvent.PersonUnblocked;
import org.clew.platform.access.AccessEvent.RolesChanged;
import org.clew.platform.access.AccessEvent.SettingsChanged;
import org.clew.platform.access.AccessEvent.SignInRefused;
import org.clew.platform.access.AccessEvent.TokenMade;
import org.clew.platform.access.AccessEvent.TokenRevoked;
import org.clew.platform.access.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes down what access tells, in the transaction in which it happened.
@Component
final class AccessDeeds {

  private final Audit audit;

  AccessDeeds(Audit audit) {
    this.audit = audit;
  }

  @EventListener
  void on(AccessEvent event) {
    switch (event) {
      case PersonSignedIn e -> write(event, Deed.SIGNED_IN, person(e.by()));
      case SignInRefused e -> write(event, Deed.SIGN_IN_REFUSED, person(e.by()));
      case LetIn e -> write(event, Deed.LET_IN, person(e.by()));
      case PersonSignedOut e -> write(event, Deed.SIGNED_OUT, person(e.by()));
      case CredentialChanged e -> write(event, Deed.CREDENTIAL_CHANGED, person(e.person()));
      case PersonAdded e -> write(event, Deed.CREATED, person(e.person()));
      case RolesChanged e -> write(event, Deed.ROLES_CHANGED, person(e.person()));
      case PersonBlocked e -> write(event, Deed.BLOCKED, person(e.person()));
      case PersonUnblocked e -> write(event, Deed.UNBLOCKED, person(e.person()));
      case TokenMade e -> write(event, Deed.CREATED, new Subject(Subject.Kind.TOKEN, e.token()));
      case TokenRevoked e -> write(event, Deed.UNDID, new Subject(Subject.Kind.TOKEN, e.token()));
      case SettingsChanged e ->
          write(event, Deed.CHANGED, new Subject(Subject.Kind.SETTINGS, e.organisation().value()));
    }
  }

  private void write(AccessEvent event, Deed deed, Subject subject) {
    audit.record(event.by(), deed, List.of(subject));
  }

  private static Subject person(PersonId person) {
    return new Subject(Subject.Kind.PERSON, person.value());
  }
}
