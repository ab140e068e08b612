package org.clew.linkage.psi;

import java.util.List;
import java.util.Optional;
import org.clew.linkage.Progress;
import org.clew.linkage.psi.Message.Head;
import org.clew.linkage.psi.Message.Kind;
import org.clew.linkage.psi.MessageRefused.Why;
import org.clew.linkage.psi.Run.Counted;
import org.clew.linkage.psi.Run.Decision;
import org.clew.linkage.psi.Run.Hidden;
import org.clew.linkage.psi.Run.Offered;
import org.clew.linkage.psi.Run.Own;
import org.clew.linkage.psi.Run.Responded;
import org.clew.linkage.psi.Run.Returned;

/// A run of private matching, step by step. Each step takes where a side stands and the other
/// side's message, and gives where it stands then and what to send; whoever calls carries the
/// messages.
///
/// | | offerer | responder |
/// |---|---|---|
/// | 1 | [#offer] | |
/// | 2 | | [#respond] |
/// | 3 | [#finish]: knows how many match | |
/// | 4 | | [#finish]: knows how many match |
/// | 5 | either, if it wants to know which: [#consent] | |
/// | 6 | the other, if it wants so too: [#reveal] | |
/// | 7 | the first: [#reveal], knows which of its own | |
/// | 8 | the other: [#reveal], knows which of its own | |
///
/// Every step may throw [MessageRefused]; a run is then where it was. The long ones may be stopped,
/// and throw [CancellationException] then.
public final class PrivateMatching {

  private static final Bytes NONE = Bytes.over(new byte[Hashes.HASH_BYTES]);
  private static final Bytes NO_NONCE = Bytes.over(new byte[0]);

  /// What a step gives.
  ///
  /// @param run where the side stands now; to be kept secret
  /// @param message for the other side, if it gets one
  public record Step<R extends Run>(R run, Optional<Bytes> message) {}

  /// What [#reveal] gives.
  public sealed interface Revealing {

    /// Both agreed; the other side is shown which of its records match, and its own showing is
    /// awaited.
    record Opened(Counted run, Bytes message) implements Revealing {}

    /// The run is over, and what is kept of it can be deleted.
    ///
    /// @param rows the own rows that match, in their order
    /// @param message for the other side, where it was not shown anything yet
    record Known(List<MatchedRow> rows, Optional<Bytes> message) implements Revealing {
      public Known {
        rows = List.copyOf(rows);
      }
    }
  }

  private PrivateMatching() {}

  /// Begins a run: the own keys, masked.
  ///
  /// @param salt of [PrivateSet#commitment]
  public static Step<Offered> offer(
      PrivateSet set, Bytes salt, Randomness random, Progress progress) {
    Bytes runId = Bytes.over(random.bytes(Message.RUN_ID_BYTES));
    Bytes scalar = Bytes.over(random.bytes(Masking.SCALAR_BYTES));
    Layout layout = Layout.of(set, random);
    var own = new Own(Role.OFFERER, runId, set.commitment(salt), NONE, layout);
    Table points = layout.points(set, scalar, random, progress);
    Bytes message = new Message(Kind.OFFER, own.head(NONE), NO_NONCE, List.of(points)).encoded();
    return new Step<>(new Offered(own.after(message), scalar), Optional.of(message));
  }

  /// Answers an offer: the other side's keys masked once more and shuffled, and the own ones,
  /// masked.
  public static Step<Responded> respond(
      PrivateSet set, Bytes salt, Bytes offer, Randomness random, Progress progress) {
    Message message = Message.decode(offer);
    demand(message, Kind.OFFER, Role.OFFERER);
    Table theirs = points(message.tables().getFirst());
    Bytes scalar = Bytes.over(random.bytes(Masking.SCALAR_BYTES));
    Layout layout = Layout.of(set, random);
    Head head = message.head();
    var own =
        new Own(Role.RESPONDER, head.runId(), set.commitment(salt), Message.hash(offer), layout);
    int both = theirs.cells() + layout.cells().size();
    var hidden =
        new Hidden(
            doubly(theirs, head.runId(), scalar, part(progress, 0, both)),
            Bytes.over(random.bytes(Hashes.HASH_BYTES)));
    Table points = layout.points(set, scalar, random, part(progress, theirs.cells(), both));
    Bytes response =
        new Message(
                Kind.RESPONSE,
                own.head(hidden.commitment()),
                NO_NONCE,
                List.of(hidden.theirs().shuffled(random), points))
            .encoded();
    return new Step<>(
        new Responded(own.after(response), head.set(), hidden), Optional.of(response));
  }

  /// The offerer reads the response: how many match, and what tells the responder as much.
  public static Step<Counted> finish(
      Offered run, Bytes response, Randomness random, Progress progress) {
    Message message = answer(run, response, Kind.RESPONSE);
    Table returned = returned(message.tables().get(0), run.own().layout());
    Table theirs = points(message.tables().get(1));
    Bytes runId = run.own().runId();
    var hidden =
        new Hidden(
            doubly(theirs, runId, run.scalar(), progress),
            Bytes.over(random.bytes(Hashes.HASH_BYTES)));
    Bytes result =
        new Message(
                Kind.RESULT,
                run.own().after(response).head(hidden.commitment()),
                NO_NONCE,
                List.of(hidden.theirs().shuffled(random)))
            .encoded();
    Head head = message.head();
    var counted =
        new Counted(
            run.own().after(result),
            head.set(),
            hidden,
            new Returned(returned, head.order()),
            Decision.NONE);
    return new Step<>(counted, Optional.of(result));
  }

  /// The responder reads the result: how many match.
  public static Step<Counted> finish(Responded run, Bytes result) {
    Message message = answer(run, result, Kind.RESULT);
    Table returned = returned(message.tables().getFirst(), run.own().layout());
    if (!message.head().set().equals(run.theirSet())) {
      throw new MessageRefused(
          Why.HOSTILE, "The result names another list than the offer of the same run did.");
    }
    var counted =
        new Counted(
            run.own().after(result),
            run.theirSet(),
            run.hidden(),
            new Returned(returned, message.head().order()),
            Decision.NONE);
    return new Step<>(counted, Optional.empty());
  }

  /// Says that this side agrees to both learning which of their own records match. Shows nothing.
  public static Step<Counted> consent(Counted run) {
    if (run.decided() == Decision.OPENED) {
      throw new MessageRefused(
          Why.OUT_OF_TURN,
          "You have agreed already, and so has the other side. Await its opening.");
    }
    Bytes message = new Message(Kind.CONSENT, run.own().head(NONE), NO_NONCE, List.of()).encoded();
    return new Step<>(run.decided(Decision.CONSENTED), Optional.of(message));
  }

  /// Reads the other side's consent or opening. To call it is to agree.
  public static Revealing reveal(Counted run, Bytes received) {
    Message message = Message.decode(received);
    if (message.kind() != Kind.CONSENT && message.kind() != Kind.OPENING) {
      throw outOfTurn("a consent or an opening", message.kind());
    }
    demand(message, message.kind(), run.role().other());
    demandSameRun(run.own(), message);
    Bytes opening =
        new Message(
                Kind.OPENING,
                run.own().head(NONE),
                run.hidden().nonce(),
                List.of(run.hidden().theirs()))
            .encoded();
    if (message.kind() == Kind.CONSENT) {
      return new Revealing.Opened(run.decided(Decision.OPENED), opening);
    }
    var shown = new Hidden(message.tables().getFirst(), message.nonce());
    boolean honest =
        shown.commitment().equals(run.returned().order())
            && shown.theirs().isShuffleOf(run.returned().table());
    if (!honest) {
      throw new MessageRefused(
          Why.HOSTILE,
          "The opening is not the one the other side was bound to. Do not trust what it shows.");
    }
    List<MatchedRow> rows =
        Crossing.rows(run.own().layout(), shown.theirs(), run.hidden().theirs());
    boolean opened = run.decided() == Decision.OPENED;
    return new Revealing.Known(rows, opened ? Optional.empty() : Optional.of(opening));
  }

  private static Table doubly(Table points, Bytes runId, Bytes scalar, Progress progress) {
    Table tags = Table.empty(points.slots(), points.keys(), Masking.TAG_BYTES);
    return Masking.filled(
        tags,
        (from, to) -> Masking.tags(runId, Masking.masked(scalar, points.cells(from, to))),
        progress);
  }

  private static Progress part(Progress whole, long before, long total) {
    return (done, _) -> whole.heard(before + done, total);
  }

  /// The points of the other side, none twice and each written the one way.
  private static Table points(Table table) {
    boolean canonical = true;
    for (int cell = 0; cell < table.cells(); cell++) {
      canonical &= Masking.isCanonical(table.cell(cell));
    }
    if (!canonical || !table.isDistinct()) {
      throw new MessageRefused(
          Why.HOSTILE,
          "The message holds points that no honest side sends. Do not go on with this partner"
              + " before you know why.");
    }
    return table;
  }

  private static Table returned(Table table, Layout layout) {
    boolean ours = table.slots() == layout.slots() && table.keys() == layout.keys();
    if (!ours || !table.isDistinct()) {
      throw new MessageRefused(
          Why.HOSTILE, "The message does not give back as much as was sent, or gives some twice.");
    }
    return table;
  }

  private static Message answer(Run run, Bytes received, Kind kind) {
    Message message = Message.decode(received);
    demand(message, kind, run.role().other());
    demandSameRun(run.own(), message);
    return message;
  }

  private static void demand(Message message, Kind kind, Role sender) {
    if (message.kind() != kind) {
      throw outOfTurn(kind.words(), message.kind());
    }
    if (message.head().role() != sender) {
      throw new MessageRefused(
          Why.OUT_OF_TURN, "This is a message of your own side. The other side's is awaited.");
    }
  }

  private static MessageRefused outOfTurn(String awaited, Kind came) {
    return new MessageRefused(
        Why.OUT_OF_TURN, "Awaited is %s; this is %s.".formatted(awaited, came.words()));
  }

  private static void demandSameRun(Own own, Message message) {
    if (!own.runId().equals(message.head().runId())) {
      throw new MessageRefused(
          Why.OTHER_RUN, "The message belongs to another run than the one under way.");
    }
    if (!own.previous().equals(message.head().previous())) {
      throw new MessageRefused(
          Why.OTHER_RUN,
          "The message answers another message than the last one. One of them was exchanged.");
    }
  }
}
