package org.clew.platform.investigation.screen;

import org.clew.platform.investigation.Answer;
import org.clew.platform.web.Mistakes;
import org.jspecify.annotations.Nullable;

/// "Known before?": what was typed, and what is known.
///
/// @param typed as typed
/// @param answer none before anything was asked, or when it could not be
public record KnownPage(String typed, @Nullable Answer answer, Mistakes mistakes) {}
