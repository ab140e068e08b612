package org.clew.disclosure.release;

import java.util.List;

/// What a release promises and what it does not, for people and for machines.
public sealed interface ReleaseReport permits PrivacyReport, KAnonymityReport {

  /// What must be said first.
  List<String> warnings();

  /// The report for machines.
  String json();

  /// The report for people, as a page that stands alone.
  String html();
}
