package org.clew.linkage;

import java.util.List;
import java.util.Objects;

/// One source row as linkage sees it: an identifier that is never compared, and values that are. A
/// kind may occur more than once: two phones, a name and its other spelling.
///
/// @param id unique within an index or a batch
/// @param values in any order; the order changes no result
public record LinkRecord(String id, List<Value> values) {
  public LinkRecord {
    Objects.requireNonNull(id, "id");
    values = List.copyOf(values);
  }
}
