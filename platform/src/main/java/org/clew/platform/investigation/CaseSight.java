package org.clew.platform.investigation;

import java.util.Set;
import java.util.UUID;
import org.clew.platform.access.SignedIn;

/// Tells which cases somebody may see whose reach is not the whole team's. The module that owns
/// cases answers; without an answer nothing of a case is shown to them.
public interface CaseSight {

  /// Those of the cases that this person may read.
  Set<UUID> visible(SignedIn me, Set<UUID> cases);
}
