package org.clew.platform.concerns.screen;

import java.time.LocalDate;

/// What keeping concerns for another number of days would do, before it is done.
///
/// @param sooner concerns whose last day would come sooner
/// @param soonest those of them that would be gone after `lastDay`
public record ShorteningPage(int days, long sooner, long soonest, LocalDate lastDay) {}
