package org.clew.platform.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was asked cannot be done as asked. The message names a sentence of the message files, so
/// that people read it in their language and machines get it as a problem's detail (RFC 9457); the
/// arguments must hold nothing about a person.
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String messageKey;
  private final transient Object[] arguments;
  private final @Nullable String field;

  public Refused(String messageKey, Object... arguments) {
    this(null, messageKey, arguments);
  }

  private Refused(@Nullable String field, String messageKey, Object... arguments) {
    super(messageKey, null, false, false);
    this.field = field;
    this.messageKey = messageKey;
    this.arguments = arguments.clone();
  }

  /// The same, said of one field of what was asked (`values[0].kind`).
  public Refused at(String name) {
    return new Refused(name, messageKey, arguments);
  }

  /// The field that is wrong, if it is one.
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  public String messageKey() {
    return messageKey;
  }

  public Object[] arguments() {
    return Arrays.copyOf(arguments, arguments.length);
  }
}
