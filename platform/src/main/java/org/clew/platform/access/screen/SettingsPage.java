package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// How an organisation is known.
///
/// @param countries ISO 3166-1 alpha-2 codes with spaces between
public record SettingsPage(
    String name, String countries, boolean receivesConcerns, boolean onDuty, Mistakes mistakes) {}
