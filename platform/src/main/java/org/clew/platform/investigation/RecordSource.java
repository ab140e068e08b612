package org.clew.platform.investigation;

import java.util.UUID;

/// Where a record came from.
///
/// @param kind what kind of source
/// @param id of the case, the import or the question
/// @param name what people call it, such as a case's number or a list's name; nothing personal
public record RecordSource(Kind kind, UUID id, String name) {

  /// The kinds of sources.
  public enum Kind {
    /// A case of the organisation.
    CASE,
    /// A list that was brought in.
    IMPORT,
    /// What somebody asked about, kept because they judged an answer to it.
    ASKED
  }

  public RecordSource {
    if (name.isBlank() || name.length() > Limits.NAME_CHARS) {
      throw new IllegalArgumentException("a source needs a name of 1 to 200 characters");
    }
  }

  /// A case, by its number.
  public static RecordSource ofCase(UUID id, String number) {
    return new RecordSource(Kind.CASE, id, number);
  }

  /// Where a person can look at the source.
  public String path() {
    return switch (kind) {
      case CASE -> "/cases/" + id;
      case IMPORT -> "/imports/" + id;
      case ASKED -> "/records/" + id;
    };
  }

  /// The key of a sentence that names the source; its only argument is the name.
  public String messageKey() {
    return "investigation.source." + kind.name();
  }
}
