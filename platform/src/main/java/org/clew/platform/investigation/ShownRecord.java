package org.clew.platform.investigation;

import java.util.List;
import org.clew.linkage.Value;

/// A record as one person may see it: contact details are masked for who may not read them.
///
/// @param line the line of the list it came from, 0 for what came from no list
/// @param label what to call it
/// @param values what it says
/// @param opensSource whether this person may look at where it came from
public record ShownRecord(
    RecordId id,
    RecordSource source,
    long line,
    String label,
    List<Value> values,
    boolean opensSource) {

  public ShownRecord {
    values = List.copyOf(values);
  }
}
