package org.clew.platform.mail.screen;

/// Whether people of an organisation are told by mail that something waits.
///
/// @param way the key of the sentence that says how this server sends mail
/// @param sent whether the organisation wants it
/// @param failing mails that could not be handed over yet
/// @param address the public address, as the mail names it
public record MailPage(String way, boolean sent, long failing, String address) {}
