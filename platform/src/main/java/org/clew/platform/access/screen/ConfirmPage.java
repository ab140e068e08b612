package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// Proving once more who one is.
///
/// @param to the path to go on to
/// @param demo whether one click is proof enough: in the demo nobody holds anything
public record ConfirmPage(String to, boolean demo, Mistakes mistakes) {}
