package org.clew.platform.web;

import java.util.List;

/// What is wrong with one field of a form, as a sentence of the message files.
///
/// @param field the field's name, as in the form
/// @param messageKey the sentence: what is wrong and what to do
/// @param arguments what the sentence needs, nothing about a person
public record Mistake(String field, String messageKey, List<Object> arguments) {

  public Mistake {
    arguments = List.copyOf(arguments);
  }

  public Mistake(String field, String messageKey, Object... arguments) {
    this(field, messageKey, List.of(arguments));
  }
}
