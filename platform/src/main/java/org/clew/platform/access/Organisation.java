package org.clew.platform.access;

import java.util.List;
import org.clew.platform.database.OrganisationId;

/// A member organisation, as anybody may know it.
///
/// @param countries ISO 3166-1 alpha-2 codes of where it works; empty: anywhere
/// @param receivesConcerns whether a reporter may choose it
/// @param onDuty whether it takes concerns that name no organisation
public record Organisation(
    OrganisationId id,
    String name,
    List<String> countries,
    boolean receivesConcerns,
    boolean onDuty) {

  public Organisation {
    countries = List.copyOf(countries);
  }
}
