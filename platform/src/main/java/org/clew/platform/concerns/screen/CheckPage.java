package org.clew.platform.concerns.screen;

import org.clew.platform.web.Mistakes;

/// The whole report, to be read once more before it is sent.
///
/// @param recipient the name of the organisation it goes to
/// @param elsewhere whether that one is on duty, but not for the place that was named
public record CheckPage(
    int number,
    int of,
    StepPage.Fields form,
    String way,
    String recipient,
    boolean elsewhere,
    Mistakes mistakes) {}
