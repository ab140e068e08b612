package org.clew.platform.concerns;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// What is remembered of a visitor between two pages, locked with a key that only their cookie
/// holds: a report being written, a number being kept, a talk being read.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "visit")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Visit.Writing.class, name = "writing"),
  @JsonSubTypes.Type(value = Visit.Keeping.class, name = "keeping"),
  @JsonSubTypes.Type(value = Visit.Talking.class, name = "talking")
})
sealed interface Visit {

  /// After this moment it is as if there had been no visit.
  Instant until();

  /// A report is being written.
  ///
  /// @param begun when its first page was asked for
  record Writing(Draft draft, Instant begun, Instant until) implements Visit {}

  /// The report is filed; its number is being shown and tried.
  ///
  /// @param digits the receipt
  record Keeping(String digits, Instant until) implements Visit {

    @Override
    public String toString() {
      return "Keeping[sealed]";
    }
  }

  /// Somebody came back with a receipt.
  ///
  /// @param once stands in the reply form: a reply is taken once
  record Talking(WayBack way, String once, Instant until) implements Visit {

    @Override
    public String toString() {
      return "Talking[sealed]";
    }
  }
}
