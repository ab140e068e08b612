package org.clew.disclosure.federated;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;

/// What one member hands in: its counts with its share of the noise, behind masks that only the sum
/// over all members is free of, and its signature.
final class Contribution {

  static final int HEAD_BYTES = 8 + 4 + Plan.ROUND_BYTES + 2 * 32 + 4;

  private static final byte[] MAGIC = "CLEW-SUM".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final HexFormat HEX = HexFormat.of();

  private final Member by;

  /// One that says by the sum whether masks are gone, then all cells.
  private final long[] words;

  private Contribution(Member by, long[] words) {
    this.by = by;
    this.words = words;
  }

  /// Whose it is.
  Member by() {
    return by;
  }

  /// Adds it to a sum of as many words.
  void addTo(long[] sum) {
    for (int i = 0; i < words.length; i++) {
      sum[i] += words[i];
    }
  }

  /// How many bytes the contributions of a round have.
  static int bytes(Round round) {
    return HEAD_BYTES + Long.BYTES * (1 + round.cells()) + Keys.SIGNATURE_BYTES;
  }

  /// Made of people, with a step of progress for each table and each other member.
  static byte[] of(Round round, SecretKeys keys, Microdata people, Bits bits, Progress progress) {
    Member own = round.own(keys);
    Plan plan = round.plan();
    long steps =
        plan.members().size()
            - 1L
            + plan.groups().stream().mapToLong(group -> group.tables().size()).sum();
    long[] done = {0};
    Runnable step =
        () -> {
          done[0]++;
          if (progress.heard(done[0], steps) == Progress.Answer.STOP) {
            throw new Stopped();
          }
        };
    long[] words = counted(round, people, bits, step);
    mask(round, own, keys, words, step);
    return encoded(round, own, keys, words);
  }

  private static long[] counted(Round round, Microdata people, Bits bits, Runnable step) {
    long[] words = new long[1 + round.cells()];
    words[0] = 1;
    int at = 1;
    int[] room = new int[people.rows()];
    for (int group = 0; group < round.plan().groups().size(); group++) {
      var noise = new DiscreteGaussian(round.plan().groups().get(group).variance());
      for (Scope scope : round.scopes(group)) {
        for (int count : scope.count(people, room)) {
          words[at] = count + noise.draw(bits);
          at++;
        }
        step.run();
      }
    }
    return words;
  }

  /// Puts the masks that a member shares with each other one on its words.
  static void mask(Round round, Member own, SecretKeys keys, long[] words, Runnable step) {
    for (Member other : round.plan().members()) {
      if (!other.equals(own)) {
        boolean lower = own.exchangeKey().compareTo(other.exchangeKey()) < 0;
        byte[] seed =
            Masks.seed(
                Keys.agreed(keys.exchange(), other),
                round.plan().round(),
                round.digest(),
                (lower ? own : other).exchangeKey(),
                (lower ? other : own).exchangeKey());
        Masks.put(seed, lower, words);
        step.run();
      }
    }
  }

  /// As it travels, signed.
  static byte[] encoded(Round round, Member own, SecretKeys keys, long[] words) {
    ByteBuffer out = ByteBuffer.allocate(bytes(round));
    out.put(MAGIC).put(new byte[] {VERSION, 0, 0, 0});
    out.put(HEX.parseHex(round.plan().round()));
    out.put(HEX.parseHex(round.digest()));
    out.put(HEX.parseHex(own.exchangeKey()));
    out.putInt(words.length);
    out.asLongBuffer().put(words);
    int signed = out.capacity() - Keys.SIGNATURE_BYTES;
    out.put(signed, Keys.signed(keys.signature(), out.array(), signed));
    return out.array();
  }

  /// Reads one of a round.
  ///
  /// @throws RoundRefused when it is none, of another round, or not as its member signed it
  static Contribution decode(Round round, byte[] bytes) {
    if (bytes.length < HEAD_BYTES || !Arrays.equals(MAGIC, 0, 8, bytes, 0, 8)) {
      throw new RoundRefused("It is no contribution to a federated total.");
    }
    if (bytes[MAGIC.length] != VERSION) {
      throw new RoundRefused(
          "It is a contribution of version %d; this program speaks version %d. All members need the"
                  .formatted(bytes[MAGIC.length], VERSION)
              + " same version of Clew.");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length + 4);
    if (!hex(in, Plan.ROUND_BYTES).equals(round.plan().round())) {
      throw new RoundRefused("It is a contribution to another round.");
    }
    if (!hex(in, 32).equals(round.digest())) {
      throw new RoundRefused(
          "It was made for another plan of this round. Whoever sent it was given a plan that is not"
              + " this one: compare fingerprints with them by voice, and ask who changed it.");
    }
    String key = hex(in, 32);
    List<Member> by =
        round.plan().members().stream().filter(each -> each.exchangeKey().equals(key)).toList();
    if (by.isEmpty()) {
      throw new RoundRefused("It is a contribution of nobody in this plan.");
    }
    if (bytes.length != bytes(round) || !Keys.isSigned(by.getFirst(), bytes)) {
      throw new RoundRefused(
          "The contribution of %s was cut off or changed on its way, or somebody else made it. Ask"
                  .formatted(by.getFirst().name())
              + " for the file again.");
    }
    if (in.getInt() != 1 + round.cells()) {
      throw new RoundRefused(
          "The contribution of %s has other tables than the plan.".formatted(by.getFirst().name()));
    }
    long[] words = new long[1 + round.cells()];
    in.asLongBuffer().get(words);
    return new Contribution(by.getFirst(), words);
  }

  private static String hex(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return HEX.formatHex(bytes);
  }
}
