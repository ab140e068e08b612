package org.clew.platform.concerns;

import java.time.LocalDate;

/// What another number of days means for the concerns that are here.
///
/// @param days the number
/// @param sooner concerns whose last day comes sooner than their reporters were told
/// @param soonest those of them whose time would be over already
/// @param lastDay the last day of the latter
record Shortening(int days, long sooner, long soonest, LocalDate lastDay) {}
