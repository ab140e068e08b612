package org.clew.linkage.psi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clew.linkage.ExactKey;
import org.clew.linkage.ExactKey.Way;
import org.clew.linkage.Progress;
import org.clew.linkage.psi.PrivateMatching.Revealing;
import org.junit.jupiter.api.Test;

/// The vectors of `docs/standards/private-matching.md`, against which another implementation can
/// check itself: points and tags of single keys, a commitment, and the six messages of a run whose
/// randomness is known.
class PrivateMatchingVectorsTest {

  /// SHA-256 of a seed and a counter, and what was drawn of it.
  private static final class Known implements Randomness {
    private final String seed;
    private final List<byte[]> drawn = new ArrayList<>();
    private int counter;

    Known(String seed) {
      this.seed = seed;
    }

    @Override
    public void fill(byte[] bytes) {
      for (int at = 0; at < bytes.length; at += Hashes.HASH_BYTES) {
        byte[] count = ByteBuffer.allocate(Integer.BYTES).putInt(counter++).array();
        byte[] block = Hashes.of(seed, count);
        System.arraycopy(block, 0, bytes, at, Math.min(block.length, bytes.length - at));
      }
      drawn.add(bytes.clone());
    }

    /// The first 32 bytes drawn at once: a side's scalar.
    String scalar() {
      return drawn.stream()
          .filter(bytes -> bytes.length == Masking.SCALAR_BYTES)
          .findFirst()
          .map(HexFormat.of()::formatHex)
          .orElseThrow();
    }
  }

  private static final Bytes SALT = Bytes.of(Hashes.of("salt of the vectors"));

  @Test
  void areWhatTheResourceSays() throws IOException {
    assertThat(vectors().strip()).isEqualTo(resource().strip());
  }

  private static String vectors() {
    return """
        {
          "protocol": "clew-psi", "version": 1,
          "domain": "%s",
          "keys": [
        %s
          ],
          "commitment": {"salt": "%s", "keys": %s, "commitment": "%s"},
          "run": {
        %s
          }
        }
        """
        .formatted(
            Masking.DOMAIN,
            keys().stream().map(key -> "    " + vector(key)).collect(Collectors.joining(",\n")),
            SALT.hex(),
            json(padded()),
            PrivateSet.of(padded()).commitment(SALT).hex(),
            run());
  }

  private static List<ExactKey> keys() {
    return List.of(
        new ExactKey(Way.PHONE, "+447700900188"),
        new ExactKey(Way.EMAIL, "amina@example.org"),
        new ExactKey(Way.DOCUMENT, "X1234567"),
        new ExactKey(Way.NAME_AND_BIRTH_DATE, "amina haddad 1990-02-03"),
        new ExactKey(Way.SOUND_AND_BIRTH_DATE, "amn hdd 1990-02-03"),
        new ExactKey(Way.ORGANISATION, "bright garments"));
  }

  /// The keys above, and enough others for a list.
  private static List<List<ExactKey>> padded() {
    return IntStream.range(0, MatchLimits.LEAST_RECORDS)
        .mapToObj(i -> i < keys().size() ? List.of(keys().get(i)) : List.of(phone(i)))
        .toList();
  }

  private static ExactKey phone(int number) {
    return new ExactKey(Way.PHONE, "+4477009002" + (10 + number));
  }

  private static String vector(ExactKey key) {
    Bytes a = Bytes.of(Hashes.of("scalar a"));
    Bytes b = Bytes.of(Hashes.of("scalar b"));
    Bytes runId = Bytes.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));
    byte[] message = Masking.message(key);
    byte[][] point = Masking.points(new byte[][] {message});
    byte[][] masked = Masking.masked(a, point);
    byte[][] both = Masking.masked(b, masked);
    return "{\"way\": \"%s\", \"text\": \"%s\", \"message\": \"%s\", \"point\": \"%s\", \"a\": \"%s\", \"masked\": \"%s\", \"b\": \"%s\", \"both\": \"%s\", \"run\": \"%s\", \"tag\": \"%s\"}"
        .formatted(
            key.way().words(),
            key.text(),
            hex(message),
            hex(point[0]),
            a.hex(),
            hex(masked[0]),
            b.hex(),
            hex(both[0]),
            runId.hex(),
            hex(Masking.tags(runId, both)[0]));
  }

  private static String run() {
    List<List<ExactKey>> left =
        IntStream.range(0, 20).mapToObj(i -> List.of(phone(i))).collect(Collectors.toList());
    List<List<ExactKey>> right =
        IntStream.range(15, 36).mapToObj(i -> List.of(phone(i))).collect(Collectors.toList());
    var offerer = new Known("vectors offerer");
    var responder = new Known("vectors responder");
    var offer = PrivateMatching.offer(PrivateSet.of(left), SALT, offerer, Progress.NONE);
    Bytes offered = offer.message().orElseThrow();
    var response =
        PrivateMatching.respond(PrivateSet.of(right), SALT, offered, responder, Progress.NONE);
    Bytes responded = response.message().orElseThrow();
    var result = PrivateMatching.finish(offer.run(), responded, offerer, Progress.NONE);
    Bytes told = result.message().orElseThrow();
    var end = PrivateMatching.finish(response.run(), told);
    Bytes consent = PrivateMatching.consent(result.run()).message().orElseThrow();
    var opened = (Revealing.Opened) PrivateMatching.reveal(end.run(), consent);
    var known = (Revealing.Known) PrivateMatching.reveal(result.run(), opened.message());
    return List.of(
            field("offerer_keys", json(left)),
            field("responder_keys", json(right)),
            text("offerer_scalar", offerer.scalar()),
            text("responder_scalar", responder.scalar()),
            field("matching_records", Integer.toString(result.run().cardinality().own())),
            text("offer", offered.hex()),
            text("response", responded.hex()),
            text("result", told.hex()),
            text("consent_of_the_offerer", consent.hex()),
            text("opening_of_the_responder", opened.message().hex()),
            text("opening_of_the_offerer", known.message().orElseThrow().hex()),
            field(
                "offerer_rows",
                known.rows().stream()
                    .map(row -> "[%d, \"%s\"]".formatted(row.row(), row.references().getFirst()))
                    .collect(Collectors.joining(", ", "[", "]"))))
        .stream()
        .collect(Collectors.joining(",\n"));
  }

  private static String text(String name, String value) {
    return field(name, "\"" + value + "\"");
  }

  private static String field(String name, String value) {
    return "    \"%s\": %s".formatted(name, value);
  }

  private static String json(List<List<ExactKey>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(key -> "[\"%s\", \"%s\"]".formatted(key.way().words(), key.text()))
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String resource() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            PrivateMatchingVectorsTest.class.getResourceAsStream("vectors.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
