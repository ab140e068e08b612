package org.clew.platform.access;

/// What somebody is in an organisation. A person can have several. What each may do stands in
/// [Permissions].
public enum Role {
  /// Meets people at risk: screens and refers, sees what is their own.
  RESPONDER,
  /// Answers the line: contacts and cases of the team.
  HELPLINE_WORKER,
  /// Works with the people affected: the cases assigned to them.
  CASEWORKER,
  /// Looks for connections: masked records and leads, no contact details.
  ANALYST,
  /// Answers for the team: everything of the team, exports, who read what.
  SUPERVISOR,
  /// Looks after people and settings; sees no case.
  ADMINISTRATOR;

  /// The key of the role's name in the message files.
  public String messageKey() {
    return "access.role." + name();
  }
}
