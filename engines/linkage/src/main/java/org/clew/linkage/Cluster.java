package org.clew.linkage;

import java.util.List;

/// The records taken to be one.
///
/// @param ids sorted; a record that nothing is linked to is a cluster of one
/// @param links those that hold it together, strongest first: one fewer than its ids
public record Cluster(List<String> ids, List<Link> links) {
  public Cluster {
    ids = List.copyOf(ids);
    links = List.copyOf(links);
  }
}
