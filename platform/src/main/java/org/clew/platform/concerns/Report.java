package org.clew.platform.concerns;

import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.Language;

/// A report that is ready to be filed: to whom, in which language, what.
public record Report(
    OrganisationId recipient, Way way, Language language, Answers answers, Told told) {}
