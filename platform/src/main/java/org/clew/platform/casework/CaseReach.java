package org.clew.platform.casework;

import java.util.Set;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.investigation.CaseSight;
import org.springframework.stereotype.Component;

/// Tells the investigation which cases somebody may read.
@Component
final class CaseReach implements CaseSight {

  private final CaseStore store;

  CaseReach(CaseStore store) {
    this.store = store;
  }

  @Override
  public Set<UUID> visible(SignedIn me, Set<UUID> cases) {
    return store.within(cases, me.id(), me.reach(Action.READ_CASE));
  }
}
