package org.clew.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.clew.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// What a person lets be shared.
///
/// @param withdrawnAt when they took it back, if they did
public record Consent(
    PartId id,
    PartId participant,
    Details details,
    @Nullable Instant withdrawnAt,
    PersonId recordedBy,
    Instant recordedAt) {

  /// Purpose × recipient × kinds of data × how given × until when.
  ///
  /// @param until its last day; none when it has no end
  public record Details(
      ConsentPurpose purpose,
      String recipient,
      Set<DataKind> kinds,
      ConsentForm howGiven,
      LocalDate givenOn,
      @Nullable LocalDate until) {

    public Details {
      recipient = recipient.strip();
      kinds = Set.copyOf(kinds);
    }
  }

  /// Whether it holds on that day.
  public boolean holds(LocalDate day) {
    LocalDate until = details.until();
    return withdrawnAt == null
        && !details.givenOn().isAfter(day)
        && (until == null || !until.isBefore(day));
  }

  /// Whether it lets this recipient have it for this purpose. Names compare without regard to case
  /// and doubled spaces, and to nothing else: near enough is not consent.
  boolean covers(ConsentPurpose purpose, String recipient) {
    return details.purpose() == purpose && plain(details.recipient()).equals(plain(recipient));
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
