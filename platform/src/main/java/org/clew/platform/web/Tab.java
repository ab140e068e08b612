package org.clew.platform.web;

import org.jspecify.annotations.Nullable;

/// A link of a page's own navigation (tabs): where it leads, what it is called, whether it is here,
/// and how many things wait there.
public record Tab(String path, String label, boolean current, @Nullable Long count) {

  public Tab(String path, String label, boolean current) {
    this(path, label, current, null);
  }
}
