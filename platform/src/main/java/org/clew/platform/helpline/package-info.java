/// The desk where concerns are answered: the inbox, an opened concern, and the way from it to a
/// case without typing anything twice. Owns no table; must never keep a word of a concern that
/// nobody put into a case. Read `InboxPages` first, then `ConcernCases`.
@ApplicationModule(
    displayName = "Helpline",
    allowedDependencies = {
      "database",
      "web",
      "access",
      "audit",
      "investigation",
      "casework",
      "concerns"
    })
@NullMarked
package org.clew.platform.helpline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
