package org.clew.platform.concerns;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The organisation's side: what waits, opening it, answering. Everything is about the concerns of
/// the organisation the work is bound to; another organisation's concern does not exist.
///
/// Every verb throws [NotAllowed] when the action is not the person's, and [NotFound] when there is
/// no such concern for this organisation.
@Component
public class Concerns {

  /// Which part of the inbox.
  public enum Shelf {
    /// New, or the reporter wrote again: somebody should look. Most urgent first.
    WAITING,
    /// Opened or answered, and nothing new since. Most urgent first.
    IN_HAND,
    /// Finished. Latest first.
    CLOSED
  }

  private final ConcernStore store;
  private final Sealing sealing;
  private final Organisations organisations;
  private final Audit audit;
  private final InstantSource clock;

  Concerns(
      ConcernStore store,
      Sealing sealing,
      Organisations organisations,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.sealing = sealing;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /// One page of a shelf, in the order of [Urgency]. No word is unsealed.
  ///
  /// @param page from 0
  @Transactional(readOnly = true)
  public List<ConcernSummary> list(SignedIn me, Shelf shelf, int page) {
    me.demand(Action.VIEW_INBOX);
    return store.list(shelf, (long) Math.max(0, page) * ListAsk.PAGE_ROWS);
  }

  /// How many concerns stand on a shelf.
  @Transactional(readOnly = true)
  public long count(SignedIn me, Shelf shelf) {
    me.demand(Action.VIEW_INBOX);
    return store.count(shelf);
  }

  /// One concern as the inbox shows it.
  @Transactional(readOnly = true)
  public ConcernSummary summary(SignedIn me, ConcernId id) {
    me.demand(Action.VIEW_INBOX);
    return store.find(id).orElseThrow(NotFound::new);
  }

  /// Takes a concern in hand until the transaction ends, without reading it. Who works on several
  /// things at once takes the concern first.
  @Transactional
  public void inHand(SignedIn me, ConcernId id) {
    me.demand(Action.READ_CONCERN);
    take(id);
  }

  /// Writes down who reads it, then unseals it.
  @Transactional
  public OpenedConcern open(SignedIn me, ConcernId id) {
    me.demand(Action.READ_CONCERN);
    ConcernStore.Filed filed = take(id);
    audit.record(me, Deed.READ, subject(id));
    List<SealedMessage> sealed = store.messages(id);
    List<Told> told = sealed.stream().map(m -> sealing.openForOrganisation(id, m)).toList();
    store.markRead(id);
    return new OpenedConcern(
        store.find(id).orElseThrow(NotFound::new),
        told.getFirst(),
        Talk.after(sealed, told, organisations),
        PassedFrom.of(filed.from(), organisations));
  }

  /// Answers the reporter, who reads it with the receipt.
  ///
  /// @throws Refused when the text is empty or longer than [Limits#TEXT_CHARACTERS]
  @Transactional
  public void answer(SignedIn me, ConcernId id, String text) {
    me.demand(Action.ANSWER_CONCERN);
    String words = WordsGiven.message(text);
    ConcernStore.Filed filed = take(id);
    int before = store.countMessages(id);
    if (before >= Limits.MESSAGES) {
      throw new Refused("concerns.wrong.full", Limits.MESSAGES);
    }
    audit.record(me, Deed.ANSWERED, subject(id));
    store.insert(
        id,
        sealing.seal(
            id,
            before + 1,
            Message.Side.ORGANISATION,
            clock.instant().truncatedTo(ChronoUnit.HOURS),
            Told.words(words),
            filed.reporterKey()));
    store.setStatus(id, ConcernStatus.ANSWERED);
  }

  /// The organisation has finished with it. The reporter can still read and write, and it opens
  /// again when they do.
  @Transactional
  public void close(SignedIn me, ConcernId id) {
    me.demand(Action.ANSWER_CONCERN);
    take(id);
    audit.record(me, Deed.CHANGED, subject(id));
    store.markRead(id);
    store.setStatus(id, ConcernStatus.CLOSED);
  }

  /// Remembers which case was opened from it.
  @Transactional
  public void markCase(SignedIn me, ConcernId id, UUID caseId) {
    me.demand(Action.OPEN_CASE);
    take(id);
    audit.record(me, Deed.CHANGED, subject(id));
    store.setCase(id, caseId);
  }

  @CanIgnoreReturnValue
  private ConcernStore.Filed take(ConcernId id) {
    return store.lock(id).orElseThrow(NotFound::new);
  }

  private static Subject subject(ConcernId id) {
    return new Subject(Subject.Kind.CONCERN, id.value());
  }
}
