package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// The second step of signing in.
public record CodePage(Mistakes mistakes) {}
