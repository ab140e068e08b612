package org.clew.platform.casework;

import java.time.InstantSource;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.web.NotFound;
import org.springframework.stereotype.Component;

/// Every way into a case leads through here: it looks whether the case lies within reach and writes
/// down who came and what for. A case out of reach, another organisation's, and one that never was
/// get the same answer.
@Component
final class CaseDoor {

  private final CaseStore store;
  private final Audit audit;
  private final InstantSource clock;

  CaseDoor(CaseStore store, Audit audit, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// @throws NotFound when there is no such case within reach
  CaseHead forReading(SignedIn me, CaseId id) {
    return enter(me, id, Action.READ_CASE, Deed.READ);
  }

  /// @throws NotFound when there is no such case within reach
  CaseHead forExport(SignedIn me, CaseId id) {
    return enter(me, id, Action.EXPORT_CASE, Deed.EXPORTED);
  }

  /// Takes the case in hand until the transaction ends.
  ///
  /// @throws NotFound when there is no such case within reach
  CaseHead forWriting(SignedIn me, CaseId id) {
    return change(me, id, Action.WRITE_CASE, Deed.CHANGED);
  }

  /// @throws NotFound when there is no such case within reach
  CaseHead forAssigning(SignedIn me, CaseId id) {
    return change(me, id, Action.ASSIGN_CASE, Deed.ASSIGNED);
  }

  /// The same as writing, to take something back.
  ///
  /// @throws NotFound when there is no such case within reach
  CaseHead forUndoing(SignedIn me, CaseId id) {
    return change(me, id, Action.WRITE_CASE, Deed.UNDID);
  }

  private CaseHead change(SignedIn me, CaseId id, Action action, Deed deed) {
    me.demand(action);
    if (!store.touch(id, me.id(), me.reach(action), clock.instant())) {
      throw new NotFound();
    }
    return enter(me, id, action, deed);
  }

  private CaseHead enter(SignedIn me, CaseId id, Action action, Deed deed) {
    me.demand(action);
    CaseHead head = store.find(id, me.id(), me.reach(action)).orElseThrow(NotFound::new);
    audit.record(me, deed, new Subject(Subject.Kind.CASE, id.value()));
    return head;
  }
}
