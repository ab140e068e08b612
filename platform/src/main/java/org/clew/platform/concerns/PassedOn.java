package org.clew.platform.concerns;

import java.time.LocalDate;
import org.clew.platform.access.PersonId;

/// What stays where a concern was: that one went, when, where to, and who passed it on.
///
/// @param organisation what the organisation is called that has it now
public record PassedOn(LocalDate on, String organisation, PersonId by) {}
