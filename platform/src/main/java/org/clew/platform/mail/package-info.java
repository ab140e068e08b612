/// Tells people at work by e-mail that something waits for them, and nothing else: every mail reads
/// the same. Owns what is due and whether an organisation wants it; must never know what waits, put
/// anything but the public address into a mail, or write an address anywhere but on the envelope.
/// Read `Mails` first, then `NeutralMail`.
@ApplicationModule(
    displayName = "Mail",
    allowedDependencies = {"database", "web", "access", "audit", "concerns"})
@NullMarked
package org.clew.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
