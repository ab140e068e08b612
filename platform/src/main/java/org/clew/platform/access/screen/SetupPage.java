package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// Making the first organisation and its administrator.
public record SetupPage(String organisation, String name, String email, Mistakes mistakes) {}
