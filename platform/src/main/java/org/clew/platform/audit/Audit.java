package org.clew.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down who did and who read what. Call it in the transaction of the deed itself, before
/// anything is shown: what could not be written down does not happen.
///
/// Each organisation has a chain of its own: the hash of a row is SHA-256 over its fields and the
/// hash of the row before it, so that a row changed or taken out later shows (`firstBroken`).
///
/// From the first deed to the end of its transaction nobody else adds to the chain. So take first
/// whatever else you lock (a concern, then a case): who holds the chain waits for nobody, and no
/// two wait for each other.
@Component
public class Audit {

  /// Who does what nobody did: what Clew does by itself when its time has come.
  public static final PersonId ITSELF = new PersonId(new UUID(0, 0));

  private static final String START = "0".repeat(64);

  private final AuditStore store;
  private final InstantSource clock;

  Audit(AuditStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// What was done, and to what.
  public record Entry(Deed deed, Subject subject) {}

  /// Writes down one deed.
  @Transactional
  public void record(SignedIn who, Deed deed, Subject subject) {
    record(who, deed, List.of(subject));
  }

  /// Writes down what somebody did at one moment, in its order.
  @Transactional
  public void record(SignedIn who, Collection<Entry> entries) {
    record(who.id(), entries);
  }

  /// Writes down the same deed about several things, in their order.
  @Transactional
  public void record(SignedIn who, Deed deed, Collection<Subject> subjects) {
    record(who.id(), deed, subjects);
  }

  /// Writes down a deed of somebody who is not, or no longer, signed in, or of [#ITSELF].
  @Transactional
  public void record(PersonId who, Deed deed, Collection<Subject> subjects) {
    record(who, subjects.stream().map(subject -> new Entry(deed, subject)).toList());
  }

  private void record(PersonId who, Collection<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.lockChain();
    Optional<AuditEvent> last = store.last();
    long sequence = last.map(AuditEvent::sequence).orElse(0L);
    String hash = last.map(AuditEvent::hash).orElse(START);
    var events = new ArrayList<AuditEvent>(entries.size());
    for (Entry entry : entries) {
      sequence++;
      hash = hash(hash, sequence, now, who, entry.deed(), entry.subject());
      events.add(new AuditEvent(sequence, now, who, entry.deed(), entry.subject(), hash));
    }
    store.insert(events);
  }

  /// The latest events, newest first, that fit the filter.
  @Transactional(readOnly = true)
  public List<AuditEvent> find(AuditFilter filter) {
    return store.find(filter);
  }

  /// The same, with what stood in one list at one moment as one row.
  @Transactional(readOnly = true)
  List<FoldedEvent> folded(AuditFilter filter) {
    return store.folded(filter);
  }

  /// How many rows that makes.
  @Transactional(readOnly = true)
  long countFolded(AuditFilter filter) {
    return store.countFolded(filter);
  }

  /// How many events fit the filter.
  @Transactional(readOnly = true)
  public long count(AuditFilter filter) {
    return store.count(filter);
  }

  /// All events that fit the filter, newest first, one by one: there may be many.
  @Transactional(readOnly = true)
  public void each(AuditFilter filter, Consumer<AuditEvent> reader) {
    store.each(filter, reader);
  }

  /// The sequence of the first row that does not follow from the one before it; none when the whole
  /// chain holds.
  @Transactional(readOnly = true)
  public Optional<Long> firstBroken() {
    var check = new ChainCheck();
    store.chain(check::next);
    return check.broken == 0 ? Optional.empty() : Optional.of(check.broken);
  }

  /// Walks along a chain and remembers the first row that does not fit.
  private static final class ChainCheck {

    private String hash = START;
    private long expected = 1;
    private long broken;

    void next(AuditEvent event) {
      if (broken > 0) {
        return;
      }
      hash = hash(hash, expected, event.at(), event.person(), event.deed(), event.subject());
      if (event.sequence() != expected || !event.hash().equals(hash)) {
        broken = expected;
      }
      expected++;
    }
  }

  static String hash(
      String before, long sequence, Instant at, PersonId who, Deed deed, Subject subject) {
    String row =
        String.join(
            "\n",
            before,
            Long.toString(sequence),
            at.toString(),
            who.toString(),
            deed.name(),
            subject.kind().name(),
            subject.id().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
