package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// Signing in with a recovery code.
public record RecoveryPage(String email, Mistakes mistakes) {}
