package org.clew.platform.investigation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clew.linkage.Kind;

/// One column of a list, and what becomes of it.
///
/// @param header its heading, unique in its list
/// @param use the name of a [Kind] that its cells are compared as, or [#KEEP], or [#LEAVE_OUT]
public record ListColumn(String header, String use) {

  /// The cells stay with the record as they came; nothing is compared.
  public static final String KEEP = "KEEP";

  /// The cells are not stored at all.
  public static final String LEAVE_OUT = "LEAVE_OUT";

  public ListColumn {
    if (!uses().contains(use)) {
      throw new IllegalArgumentException("no such use of a column");
    }
  }

  /// All that a column can be used as.
  public static List<String> uses() {
    return Stream.concat(Arrays.stream(Kind.values()).map(Kind::name), Stream.of(KEEP, LEAVE_OUT))
        .toList();
  }

  /// What its cells are compared as, if they are.
  Optional<Kind> kind() {
    return isKept() && !use.equals(KEEP) ? Optional.of(Kind.valueOf(use)) : Optional.empty();
  }

  boolean isKept() {
    return !use.equals(LEAVE_OUT);
  }
}
