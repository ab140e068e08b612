package org.clew.platform.access;

/// Something that can be allowed or refused. Routes name theirs with [Allowed]; templates ask with
/// `screen.may(Action.X)`; who may do it stands in [Permissions] and nowhere else.
public enum Action {
  /// See the list of concerns: codes only, the text stays sealed.
  VIEW_INBOX,
  /// Open a sealed concern and read it.
  READ_CONCERN,
  /// Answer the person who reported.
  ANSWER_CONCERN,
  /// Open a case.
  OPEN_CASE,
  /// Read a case.
  READ_CASE,
  /// Write in a case: people, identifiers, statements.
  WRITE_CASE,
  /// Give a case to somebody.
  ASSIGN_CASE,
  /// Take a case out of Clew as a file.
  EXPORT_CASE,
  /// Ask whether a number or a name is known before.
  ASK_KNOWN_BEFORE,
  /// See phones, e-mails and addresses in full instead of masked.
  READ_CONTACT_DETAILS,
  /// Confirm or reject that two records are one.
  JUDGE_MATCH,
  /// See imported records and what they are connected to.
  READ_RECORDS,
  /// Bring in a list, undo an import.
  IMPORT_RECORDS,
  /// See who did and who read what.
  READ_AUDIT,
  /// Add people, give roles, block somebody.
  MANAGE_PEOPLE,
  /// Change the organisation's settings.
  MANAGE_SETTINGS,
  /// See the tokens for machines and take them back; make one with what is one's own.
  MANAGE_TOKENS,
  /// Look after one's own account: password, passkeys, language, sessions.
  KEEP_ACCOUNT;

  /// The key of the action's name in the message files.
  public String messageKey() {
    return "access.action." + name();
  }
}
