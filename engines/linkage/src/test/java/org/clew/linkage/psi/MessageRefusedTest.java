package org.clew.linkage.psi;

import static org.clew.linkage.psi.Sides.RANDOM;
import static org.clew.linkage.psi.Sides.SALT;
import static org.clew.linkage.psi.Sides.changed;
import static org.clew.linkage.psi.Sides.key;
import static org.clew.linkage.psi.Sides.offer;
import static org.clew.linkage.psi.Sides.refused;
import static org.clew.linkage.psi.Sides.rows;
import static org.clew.linkage.psi.Sides.sent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.clew.linkage.Progress;
import org.clew.linkage.psi.MessageRefused.Why;
import org.clew.linkage.psi.PrivateMatching.Revealing;
import org.clew.linkage.psi.PrivateMatching.Step;
import org.clew.linkage.psi.Sides.Counted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused, and that it is.
class MessageRefusedTest {

  private final Counted counted = Counted.of(rows(0, 40), rows(20, 60));
  private final Step<Run.Offered> offer =
      PrivateMatching.offer(PrivateSet.of(rows(0, 40)), SALT, RANDOM, Progress.NONE);
  private final Step<Run.Responded> response =
      PrivateMatching.respond(
          PrivateSet.of(rows(20, 60)), SALT, sent(offer), RANDOM, Progress.NONE);

  @Test
  void aListTooShortToBeAskedAbout() {
    refused(Why.TOO_FEW, () -> PrivateSet.of(rows(0, 19)));
    refused(Why.TOO_FEW, () -> PrivateSet.of(Collections.nCopies(50, List.of(key(1)))));
  }

  @Test
  void whatIsNoMessageOrCutOffOrChanged() {
    byte[] whole = sent(response).array();
    refused(Why.DAMAGED, () -> finish(new byte[0]));
    refused(Why.DAMAGED, () -> finish("CLEW-PSI".getBytes(StandardCharsets.US_ASCII)));
    refused(Why.DAMAGED, () -> finish(new byte[5_000]));
    for (int length : new int[] {9, 60, 200, whole.length - 1}) {
      refused(Why.DAMAGED, () -> finish(Arrays.copyOf(whole, length)));
    }
    for (int at : new int[] {9, 10, 11, 30, 70, 130, 2_000, whole.length - 1}) {
      refused(Why.DAMAGED, () -> finish(changed(whole, at)));
    }
  }

  @Test
  void anotherVersion() {
    byte[] whole = sent(response).array();
    whole[8] = 2;
    refused(Why.VERSION, () -> finish(whole));
  }

  @Test
  void aMessageOfAnotherRunOrReplayed() {
    refused(Why.OTHER_RUN, () -> finish(counted.response().array()));
    refused(Why.OTHER_RUN, () -> PrivateMatching.finish(response.run(), counted.result()));
    Bytes strange = sent(PrivateMatching.consent(Counted.of(rows(0, 40), rows(0, 40)).offerer()));
    refused(Why.OTHER_RUN, () -> PrivateMatching.reveal(counted.responder(), strange));
  }

  @Test
  void anAnswerToAnotherOfferOfTheSameRun() {
    Message honest = Message.decode(sent(offer));
    Bytes exchanged =
        new Message(
                honest.kind(),
                honest.head(),
                honest.nonce(),
                List.of(honest.tables().getFirst().shuffled(RANDOM)))
            .encoded();
    Bytes answer =
        sent(
            PrivateMatching.respond(
                PrivateSet.of(rows(20, 60)), SALT, exchanged, RANDOM, Progress.NONE));
    refused(Why.OTHER_RUN, () -> finish(answer.array()));
  }

  @Test
  void aMessageOutOfTurnOrOnesOwn() {
    refused(Why.OUT_OF_TURN, () -> finish(sent(offer).array()));
    refused(Why.OUT_OF_TURN, () -> PrivateMatching.finish(response.run(), sent(response)));
    Bytes own = sent(PrivateMatching.consent(counted.offerer()));
    refused(Why.OUT_OF_TURN, () -> PrivateMatching.reveal(counted.offerer(), own));
    refused(Why.OUT_OF_TURN, () -> PrivateMatching.reveal(counted.offerer(), counted.response()));
  }

  /// Every u-coordinate of low order (RFC 7748, section 6.1), and one written in two ways.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0900000000000000000000000000000000000000000000000000000000000080"
      })
  void pointsThatWouldGiveAListAway(String point) {
    refused(Why.HOSTILE, () -> respond(tampered(sent(offer), 0, HexFormat.of().parseHex(point))));
    refused(
        Why.HOSTILE,
        () -> finish(tampered(sent(response), 1, HexFormat.of().parseHex(point)).array()));
  }

  @Test
  void theSamePointTwice() {
    Bytes twice = tampered(sent(offer), 0, Message.decode(sent(offer)).tables().getFirst().cell(5));
    refused(Why.HOSTILE, () -> respond(twice));
  }

  @Test
  void aResponseThatGivesBackLessThanWasSent() {
    Message honest = Message.decode(sent(response));
    Table smaller = Table.empty(64, 2, 16);
    RANDOM.fill(smaller.bytes());
    Bytes less =
        new Message(
                honest.kind(),
                honest.head(),
                honest.nonce(),
                List.of(smaller, honest.tables().get(1)))
            .encoded();
    refused(Why.HOSTILE, () -> finish(less.array()));
  }

  @Test
  void aListExchangedBetweenOfferAndResult() {
    Message honest = Message.decode(counted.result());
    Message.Head head = honest.head();
    Bytes result =
        new Message(
                honest.kind(),
                new Message.Head(head.role(), head.runId(), head.previous(), SALT, head.order()),
                honest.nonce(),
                honest.tables())
            .encoded();
    var responder = counted.responder();
    var before =
        new Run.Responded(
            new Run.Own(
                Role.RESPONDER,
                responder.own().runId(),
                responder.own().set(),
                head.previous(),
                responder.own().layout()),
            responder.theirSet(),
            responder.hidden());
    refused(Why.HOSTILE, () -> PrivateMatching.finish(before, result));
  }

  @Test
  void anOpeningThatShowsOtherRowsThanItWasBoundTo() {
    Bytes consent = sent(PrivateMatching.consent(counted.offerer()));
    var opened = (Revealing.Opened) PrivateMatching.reveal(counted.responder(), consent);
    Message honest = Message.decode(opened.message());
    Bytes lie =
        new Message(
                honest.kind(),
                honest.head(),
                honest.nonce(),
                List.of(honest.tables().getFirst().shuffled(RANDOM)))
            .encoded();
    refused(Why.HOSTILE, () -> PrivateMatching.reveal(counted.offerer(), lie));
  }

  @Test
  void tablesOfASizeThatNoClassHas() {
    Message honest = Message.decode(sent(offer));
    Table odd = Table.empty(65, 1, 32);
    RANDOM.fill(odd.bytes());
    Bytes message =
        new Message(honest.kind(), honest.head(), honest.nonce(), List.of(odd)).encoded();
    refused(Why.DAMAGED, () -> respond(message));
  }

  private void respond(Bytes offered) {
    PrivateMatching.respond(PrivateSet.of(rows(20, 60)), SALT, offered, RANDOM, Progress.NONE);
  }

  private void finish(byte[] received) {
    PrivateMatching.finish(offer.run(), Bytes.of(received), RANDOM, Progress.NONE);
  }

  private static Bytes tampered(Bytes message, int number, byte[] point) {
    Message honest = Message.decode(message);
    honest.tables().get(number).set(0, point);
    return honest.encoded();
  }
}
