/// Cases: who is in them, what was said by whom and when, what was decided by whom, what may be
/// shared and with whom. Owns every part of a case; facts are read from statements and kept
/// nowhere. Must never say that somebody is a victim or an offender, nor show or hand out a part of
/// a case without writing down who asked. Words are HTCDS's and the Palermo Protocol's. Read
/// `Casework` first, then `Case`.
@ApplicationModule(
    displayName = "Casework",
    allowedDependencies = {"database", "web", "access", "audit", "investigation"})
@NullMarked
package org.clew.platform.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
