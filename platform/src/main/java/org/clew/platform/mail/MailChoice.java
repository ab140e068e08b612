package org.clew.platform.mail;

import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whether an organisation has its people told by mail.
@Component
class MailChoice {

  private final MailStore store;
  private final Audit audit;

  MailChoice(MailStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public boolean isWanted(SignedIn me) {
    me.demand(Action.MANAGE_SETTINGS);
    return store.isWanted();
  }

  /// How many mails were tried and are not handed over.
  @Transactional(readOnly = true)
  public long failing(SignedIn me) {
    me.demand(Action.MANAGE_SETTINGS);
    return store.failing();
  }

  /// Turns it on, or turns it off and drops what is due.
  @Transactional
  public void want(SignedIn me, boolean wanted) {
    me.demand(Action.MANAGE_SETTINGS);
    store.want(wanted);
    if (!wanted) {
      store.removeAll();
    }
    audit.record(me, Deed.CHANGED, new Subject(Subject.Kind.SETTINGS, me.organisation().value()));
  }
}
