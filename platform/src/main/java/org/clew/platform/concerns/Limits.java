package org.clew.platform.concerns;

import java.time.Duration;
import org.clew.platform.web.AddressLimits;

/// How much of everything: one place, so that pages, tests and the guide say the same.
public final class Limits {

  /// The longest text of a report, a reply or an answer, in UTF-16 units.
  public static final int TEXT_CHARACTERS = 10_000;

  /// The longest town or time.
  static final int LINE_CHARACTERS = 200;

  /// The longest list of names or of numbers, as typed.
  static final int LIST_CHARACTERS = 2_000;

  /// Messages in one talk.
  static final int MESSAGES = 500;

  /// How long a draft lives after its last step.
  static final Duration DRAFT_LIFE = Duration.ofMinutes(30);

  /// How long a reporter who came back may be idle.
  static final Duration TALK_IDLE = Duration.ofMinutes(15);

  /// Nobody tells anything in less time than this; what is sent sooner was sent by a machine.
  static final Duration SHORTEST_REPORT = Duration.ofSeconds(4);

  /// The same for an address from which a great many reports have come within the hour.
  static final Duration CROWDED_REPORT = Duration.ofSeconds(60);

  /// Reports from one address within the hour before its next ones have to wait; a shelter, a camp
  /// or a whole relay may share one address, so this slows and never shuts out.
  static final AddressLimits.Limit CROWDED =
      new AddressLimits.Limit("concerns.report", 30, Duration.ofHours(1));

  /// Attempts with a receipt from one address within ten minutes.
  static final AddressLimits.Limit ATTEMPTS =
      new AddressLimits.Limit("concerns.return", 40, Duration.ofMinutes(10));

  /// Drafts begun from one address within the hour.
  static final AddressLimits.Limit DRAFTS =
      new AddressLimits.Limit("concerns.draft", 600, Duration.ofHours(1));

  /// For how long concerns are kept unless the organisation chose otherwise.
  static final int RETENTION_DAYS = 180;

  /// The fewest days concerns can be kept: a reporter needs some to come back in.
  static final int RETENTION_LEAST = 7;

  /// The most days concerns can be kept.
  static final int RETENTION_MOST = 3650;

  /// Concerns that were passed on, as many as are listed.
  static final int PASSED_SHOWN = 200;

  /// How many days a concern stays at least when its organisation shortens its time.
  static final int GRACE_DAYS = 7;

  private Limits() {}
}
