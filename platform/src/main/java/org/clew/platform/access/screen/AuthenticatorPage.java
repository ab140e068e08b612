package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// Connecting an authenticator app.
public record AuthenticatorPage(AuthenticatorSecret secret, Mistakes mistakes) {}
