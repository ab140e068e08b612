package org.clew.platform.concerns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How an organisation keeps what it is told.
///
/// @param days from the day a concern comes to its last day
/// @param held concerns that are here now
/// @param keySince the day on which the key was made to which everything is sealed; none when
///   nothing has come yet
record Keeping(int days, long held, @Nullable LocalDate keySince) {}
