package org.clew.platform.audit;

/// One row of the audit, with how many more things stood in the same list at the same moment.
record FoldedEvent(AuditEvent event, int more) {}
