package org.clew.platform.web;

import java.util.Arrays;

/// What was asked cannot be done as asked. The message names a sentence of the message files, so
/// that people read it in their language and machines get it as a problem's detail (RFC 9457); the
/// arguments must hold nothing about a person.
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String messageKey;
  private final transient Object[] arguments;

  public Refused(String messageKey, Object... arguments) {
    super(messageKey, null, false, false);
    this.messageKey = messageKey;
    this.arguments = arguments.clone();
  }

  public String messageKey() {
    return messageKey;
  }

  public Object[] arguments() {
    return Arrays.copyOf(arguments, arguments.length);
  }
}
