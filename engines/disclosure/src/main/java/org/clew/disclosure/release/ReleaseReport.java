package org.clew.disclosure.release;

import java.util.List;
import org.clew.disclosure.account.Booked;
import org.clew.tables.Json;

/// What a release promises and what it does not, for people and for machines.
public sealed interface ReleaseReport permits PrivacyReport, KAnonymityReport {

  /// What must be said first.
  List<String> warnings();

  /// What is promised, in a few numbers: a part of the report for machines.
  Json promise();

  /// The same, of a release that an account has.
  ReleaseReport bookedAs(Booked booked);

  /// The report for machines.
  String json();

  /// The report for people, as a page that stands alone.
  String html();
}
