package org.clew.platform.concerns;

import java.util.List;
import java.util.UUID;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.NotFound;
import org.springframework.stereotype.Component;

/// The organisation's side: what waits, opening it, answering. Everything is about the concerns of
/// the organisation the work is bound to; another organisation's concern does not exist.
@Component
public class Concerns {

  /// Rows on one page of the inbox.
  public static final int PAGE_ROWS = 50;

  /// Which part of the inbox.
  public enum Shelf {
    /// New, or the reporter wrote again: somebody should look. Most urgent first.
    WAITING,
    /// Opened or answered, and nothing new since. Most urgent first.
    IN_HAND,
    /// Finished. Latest first.
    CLOSED
  }

  /// One page of a shelf, in the order of [Urgency]. No word is unsealed.
  ///
  /// @param page from 0
  public List<ConcernSummary> list(SignedIn me, Shelf shelf, int page) {
    return List.of();
  }

  /// How many concerns stand on a shelf.
  public long count(SignedIn me, Shelf shelf) {
    return 0;
  }

  /// One concern as the inbox shows it.
  ///
  /// @throws NotFound when it is not there for this organisation
  public ConcernSummary summary(SignedIn me, ConcernId id) {
    throw new NotFound();
  }

  /// Writes down who reads it, then unseals it.
  ///
  /// @throws NotFound when it is not there for this organisation
  public OpenedConcern open(SignedIn me, ConcernId id) {
    throw new NotFound();
  }

  /// Answers the reporter, who reads it with the receipt.
  ///
  /// @throws NotFound when it is not there for this organisation
  /// @throws org.clew.platform.web.Refused when the text is empty or longer than
  ///   `Limits.TEXT_CHARACTERS`
  public void answer(SignedIn me, ConcernId id, String text) {
    throw new NotFound();
  }

  /// The organisation has finished with it.
  ///
  /// @throws NotFound when it is not there for this organisation
  public void close(SignedIn me, ConcernId id) {
    throw new NotFound();
  }

  /// Remembers which case was opened from it.
  ///
  /// @throws NotFound when it is not there for this organisation
  public void markCase(SignedIn me, ConcernId id, UUID caseId) {
    throw new NotFound();
  }
}
