package org.clew.platform.web;

import org.jspecify.annotations.Nullable;

/// One answer of a closed question: of a select, radios or checkboxes.
///
/// @param value what the form sends
/// @param label what people read, already in their language
/// @param hint a quieter line under the label
public record Option(String value, String label, @Nullable String hint) {

  public Option(String value, String label) {
    this(value, label, null);
  }
}
