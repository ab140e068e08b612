package org.clew.platform.concerns.screen;

import java.time.LocalDate;
import org.clew.platform.web.Mistakes;
import org.jspecify.annotations.Nullable;

/// For how long concerns are kept, and to which key they are sealed.
///
/// @param held concerns that are here now
/// @param keySince the day on which the key was made; none when nothing has come yet
/// @param typed the number of days in the field
public record ConcernSettingsPage(
    int days, long held, @Nullable LocalDate keySince, String typed, Mistakes mistakes) {}
