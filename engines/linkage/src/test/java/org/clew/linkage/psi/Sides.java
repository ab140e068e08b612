package org.clew.linkage.psi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clew.linkage.ExactKey;
import org.clew.linkage.ExactKey.Way;
import org.clew.linkage.Progress;
import org.clew.linkage.psi.MessageRefused.Why;
import org.clew.linkage.psi.PrivateMatching.Revealing;
import org.clew.linkage.psi.PrivateMatching.Step;

/// Lists of fictional people, and both sides of a run about them.
final class Sides {

  static final Randomness RANDOM = Randomness.secure();
  static final Bytes SALT = Bytes.of(new byte[32]);

  private Sides() {}

  /// Both sides after they know how many match.
  record Counted(
      Run.Counted offerer, Run.Counted responder, Bytes offer, Bytes response, Bytes result) {

    static Counted of(List<List<ExactKey>> left, List<List<ExactKey>> right) {
      var offer = PrivateMatching.offer(PrivateSet.of(left), SALT, RANDOM, Progress.NONE);
      var response =
          PrivateMatching.respond(PrivateSet.of(right), SALT, sent(offer), RANDOM, Progress.NONE);
      var result = PrivateMatching.finish(offer.run(), sent(response), RANDOM, Progress.NONE);
      var end = PrivateMatching.finish(response.run(), sent(result));
      return new Counted(result.run(), end.run(), sent(offer), sent(response), sent(result));
    }
  }

  static Revealing.Known known(Counted counted) {
    Bytes consent = sent(PrivateMatching.consent(counted.offerer()));
    var opened = (Revealing.Opened) PrivateMatching.reveal(counted.responder(), consent);
    return (Revealing.Known) PrivateMatching.reveal(counted.offerer(), opened.message());
  }

  static Bytes offer(List<List<ExactKey>> rows) {
    return sent(PrivateMatching.offer(PrivateSet.of(rows), SALT, RANDOM, Progress.NONE));
  }

  static Set<String> references(Revealing.Known known) {
    return known.rows().stream()
        .flatMap(row -> row.references().stream())
        .collect(Collectors.toSet());
  }

  /// A row with one key for each number.
  static List<List<ExactKey>> rows(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> List.of(key(number))).toList();
  }

  static ExactKey key(int number) {
    return number % 3 == 0
        ? new ExactKey(Way.DOCUMENT, "X" + (1_550_000 + number))
        : new ExactKey(Way.PHONE, "+447700" + (900_000 + number));
  }

  static Bytes sent(Step<?> step) {
    Optional<Bytes> message = step.message();
    return message.orElseThrow();
  }

  static byte[] changed(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 1;
    return changed;
  }

  static void refused(Why why, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            MessageRefused.class, refused -> assertThat(refused.why()).isEqualTo(why))
        .hasMessageEndingWith(".");
  }
}
