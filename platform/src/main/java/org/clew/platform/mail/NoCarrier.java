package org.clew.platform.mail;

/// Nobody told this server where mail goes: nothing is sent, and nothing becomes due.
record NoCarrier() implements Carrier {

  @Override
  public void carry(NeutralMail mail) {
    throw new IllegalStateException("there is nobody to carry mail");
  }

  @Override
  public String from() {
    return "";
  }

  @Override
  public String messageKey() {
    return "mail.settings.way.none";
  }
}
