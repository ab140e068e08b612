package org.clew.platform.web;

import org.jspecify.annotations.Nullable;

/// Who looks at a page, as far as the layout needs to know. `access` says who it really is.
public interface Visitor {

  /// Somebody nobody knows.
  Visitor ANYONE = new Anyone();

  /// The name shown at the top, or none for somebody who has not signed in.
  @Nullable String displayName();

  /// The name of the visitor's organisation, or none.
  @Nullable String organisationName();

  /// The language this visitor chose for good, or none.
  @Nullable Language language();

  /// Whether this visitor may do what the action of this name allows.
  boolean may(String action);

  /// See [Visitor#ANYONE].
  record Anyone() implements Visitor {

    @Override
    public @Nullable String displayName() {
      return null;
    }

    @Override
    public @Nullable String organisationName() {
      return null;
    }

    @Override
    public @Nullable Language language() {
      return null;
    }

    @Override
    public boolean may(String action) {
      return false;
    }
  }
}
