package org.clew.platform.audit;

/// Where a kind of thing can be seen. A module publishes one as a bean for each kind it shows; the
/// audit's page links there.
///
/// @param prefix the path before the thing's id, such as `/cases/`
public record SubjectPath(Subject.Kind kind, String prefix) {}
