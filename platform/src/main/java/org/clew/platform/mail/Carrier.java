package org.clew.platform.mail;

/// How this server gets mail out of its hands.
sealed interface Carrier permits SmtpCarrier, FolderCarrier, NoCarrier {

  /// Hands a mail over.
  ///
  /// @throws NotCarried when it could not; what was handed over is not said to have arrived
  void carry(NeutralMail mail);

  /// The address mails come from.
  String from();

  /// The key of the sentence that says how mail goes.
  String messageKey();
}
