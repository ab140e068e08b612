package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// Proving once more who one is.
///
/// @param to the path to go on to
public record ConfirmPage(String to, Mistakes mistakes) {}
